<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Application</name>
    <message numerus="yes">
        <source>A dictation was interrupted; %n second(s) of it are on the disk.</source>
        <translation>
            <numerusform>A dictation was interrupted; %n second of it is on the disk.</numerusform>
            <numerusform>A dictation was interrupted; %n seconds of it are on the disk.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Recovered: %n utterance(s), now in the history.</source>
        <translation>
            <numerusform>Recovered: %n utterance, now in the history.</numerusform>
            <numerusform>Recovered: %n utterances, now in the history.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectPage</name>
    <message numerus="yes">
        <source>%n left to review</source>
        <translation>
            <numerusform>%n left to review</numerusform>
            <numerusform>%n left to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reviewed in this sitting</source>
        <translation>
            <numerusform>%n reviewed in this sitting</numerusform>
            <numerusform>%n reviewed in this sitting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectionEditor</name>
    <message numerus="yes">
        <source>%n doubtful word(s)</source>
        <translation>
            <numerusform>%n doubtful word</numerusform>
            <numerusform>%n doubtful words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more utterance(s) to learn from</source>
        <translation>
            <numerusform>%n more utterance to learn from</numerusform>
            <numerusform>%n more utterances to learn from</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more utterance(s) to choose by</source>
        <translation>
            <numerusform>%n more utterance to choose by</numerusform>
            <numerusform>%n more utterances to choose by</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more utterance(s) set aside to test with</source>
        <translation>
            <numerusform>%n more utterance set aside to test with</numerusform>
            <numerusform>%n more utterances set aside to test with</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n utterance(s) are set aside to test with, and never trained on.</source>
        <translation>
            <numerusform>%n utterance is set aside to test with, and never trained on.</numerusform>
            <numerusform>%n utterances are set aside to test with, and never trained on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To prove that a fifth of them goes away it takes about %n test utterance(s).</source>
        <translation>
            <numerusform>To prove that a fifth of them goes away it takes about %n test utterance.</numerusform>
            <numerusform>To prove that a fifth of them goes away it takes about %n test utterances.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody at the computer for %n minute(s)</source>
        <translation>
            <numerusform>Nobody at the computer for %n minute</numerusform>
            <numerusform>Nobody at the computer for %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) of new speech since the last training</source>
        <translation>
            <numerusform>%n minute of new speech since the last training</numerusform>
            <numerusform>%n minutes of new speech since the last training</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) since a training that failed</source>
        <translation>
            <numerusform>%n hour since a training that failed</numerusform>
            <numerusform>%n hours since a training that failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message numerus="yes">
        <source>%n utterance(s) are in the backup {folder}.</source>
        <translation>
            <numerusform>%n utterance is in the backup {folder}.</numerusform>
            <numerusform>%n utterances are in the backup {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) were written to {folder}.</source>
        <translation>
            <numerusform>%n pair was written to {folder}.</numerusform>
            <numerusform>%n pairs were written to {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) were taken in.</source>
        <translation>
            <numerusform>%n recording was taken in.</numerusform>
            <numerusform>%n recordings were taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be.</source>
        <translation>
            <numerusform>%n could not be.</numerusform>
            <numerusform>%n could not be.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n utterance(s) were restored.</source>
        <translation>
            <numerusform>%n utterance was restored.</numerusform>
            <numerusform>%n utterances were restored.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoctorPage</name>
    <message numerus="yes">
        <source>%n thing(s) need your attention.</source>
        <translation>
            <numerusform>%n thing needs your attention.</numerusform>
            <numerusform>%n things need your attention.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentDialog</name>
    <message numerus="yes">
        <source>Add %n term(s)</source>
        <translation>
            <numerusform>Add %n term</numerusform>
            <numerusform>Add %n terms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Finish</name>
    <message numerus="yes">
        <source>%n sentence(s) kept</source>
        <translation>
            <numerusform>%n sentence kept</numerusform>
            <numerusform>%n sentences kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Intro</name>
    <message numerus="yes">
        <source>You have read %n sentence(s) so far, {minutes} min.</source>
        <translation>
            <numerusform>You have read %n sentence so far, {minutes} min.</numerusform>
            <numerusform>You have read %n sentences so far, {minutes} min.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelActions</name>
    <message numerus="yes">
        <source>Removed %n old version(s).</source>
        <translation>
            <numerusform>Removed %n old version.</numerusform>
            <numerusform>Removed %n old versions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message numerus="yes">
        <source>Remove %n old version(s)</source>
        <translation>
            <numerusform>Remove %n old version</numerusform>
            <numerusform>Remove %n old versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message numerus="yes">
        <source>%n utterance(s)</source>
        <translation>
            <numerusform>%n utterance</numerusform>
            <numerusform>%n utterances</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SnippetsTable</name>
    <message numerus="yes">
        <source>%n text(s) removed.</source>
        <translation>
            <numerusform>%n text removed.</numerusform>
            <numerusform>%n texts removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TranscriptEditor</name>
    <message numerus="yes">
        <source>%n utterance(s) are in the history.</source>
        <translation>
            <numerusform>%n utterance is in the history.</numerusform>
            <numerusform>%n utterances are in the history.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VocabularyPage</name>
    <message numerus="yes">
        <source>%n removed; what corrections speak for is switched off.</source>
        <translation>
            <numerusform>%n removed; what corrections speak for is switched off.</numerusform>
            <numerusform>%n removed; what corrections speak for is switched off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n term(s) found.</source>
        <translation>
            <numerusform>%n term found.</numerusform>
            <numerusform>%n terms found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added %n term(s).</source>
        <translation>
            <numerusform>Added %n term.</numerusform>
            <numerusform>Added %n terms.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Empty</name>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
</context>
</TS>
