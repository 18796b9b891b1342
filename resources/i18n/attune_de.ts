<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AddRuleDialog</name>
    <message>
        <source>Add a rule</source>
        <translation>Eine Regel hinzufügen</translation>
    </message>
    <message>
        <source>When this is &amp;heard:</source>
        <translation>Wenn das ge&amp;hört wird:</translation>
    </message>
    <message>
        <source>&amp;Write:</source>
        <translation>&amp;Schreibe:</translation>
    </message>
</context>
<context>
    <name>AddTermDialog</name>
    <message>
        <source>Add a term</source>
        <translation>Einen Begriff hinzufügen</translation>
    </message>
    <message>
        <source>such as Kubernetes, or a name</source>
        <translation>etwa Kubernetes, oder ein Name</translation>
    </message>
    <message>
        <source>only where writing does not tell: “cute” for Qt</source>
        <translation>nur wo die Schreibung es nicht sagt: „kjut“ für Qt</translation>
    </message>
    <message>
        <source>what Attune writes now, if you know</source>
        <translation>was Attune bisher schreibt, wenn Sie es wissen</translation>
    </message>
    <message>
        <source>&amp;Written:</source>
        <translation>Ge&amp;schrieben:</translation>
    </message>
    <message>
        <source>&amp;Said as:</source>
        <translation>Ge&amp;sprochen:</translation>
    </message>
    <message>
        <source>&amp;Heard instead:</source>
        <translation>Statt dessen ge&amp;hört:</translation>
    </message>
    <message>
        <source>What is heard instead is replaced by the term from now on, everywhere.</source>
        <translation>Was statt dessen gehört wird, wird ab jetzt überall durch den Begriff ersetzt.</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message numerus="yes">
        <source>A dictation was interrupted; %n second(s) of it are on the disk.</source>
        <translation>
            <numerusform>Ein Diktat wurde unterbrochen; %n Sekunde davon ist auf der Platte.</numerusform>
            <numerusform>Ein Diktat wurde unterbrochen; %n Sekunden davon sind auf der Platte.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Retten</translation>
    </message>
    <message>
        <source>&amp;Show it</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>A training was interrupted. It can go on where it stopped.</source>
        <translation>Ein Training wurde unterbrochen. Es kann dort weitergehen, wo es aufhörte.</translation>
    </message>
    <message>
        <source>&amp;Show the result</source>
        <translation>&amp;Ergebnis zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Recovered: %n utterance(s), now in the history.</source>
        <translation>
            <numerusform>Gerettet: %n Äußerung, jetzt im Verlauf.</numerusform>
            <numerusform>Gerettet: %n Äußerungen, jetzt im Verlauf.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody had spoken in it.</source>
        <translation>Niemand hatte darin gesprochen.</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>&amp;Use it</source>
        <translation>&amp;Benutzen</translation>
    </message>
    <message>
        <source>{name} is installed.</source>
        <translation>{name} ist installiert.</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>Alternatives</source>
        <translation>Alternativen</translation>
    </message>
    <message>
        <source>You are typing. Tab ends that, and the digits choose again.</source>
        <translation>Sie tippen gerade. Tab beendet das, dann wählen die Ziffern wieder.</translation>
    </message>
    <message>
        <source>Instead of “{words}”:</source>
        <translation>Statt „{words}“:</translation>
    </message>
    <message>
        <source>Nothing else sounds like “{words}”. Type what was said.</source>
        <translation>Sonst klingt nichts wie „{words}“. Tippen Sie, was gesagt wurde.</translation>
    </message>
    <message>
        <source>All of it:</source>
        <translation>Alles zusammen:</translation>
    </message>
</context>
<context>
    <name>CorrectPage</name>
    <message>
        <source>Reviewed in this sitting</source>
        <translation>In dieser Sitzung durchgesehen</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>Ü&amp;berspringen</translation>
    </message>
    <message>
        <source>Leave it for another time (Ctrl+Right)</source>
        <translation>Für ein andermal lassen (Strg+Rechts)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take the last decision back, with what was learnt from it (Ctrl+Z)</source>
        <translation>Die letzte Entscheidung zurücknehmen, samt dem, was daraus gelernt wurde (Strg+Z)</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Rückgängig gemacht.</translation>
    </message>
    <message>
        <source>What you had changed in the last text was not saved.</source>
        <translation>Was Sie im letzten Text geändert hatten, wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation>Dorthin zurück</translation>
    </message>
    <message numerus="yes">
        <source>%n left to review</source>
        <translation>
            <numerusform>%n ist noch durchzusehen</numerusform>
            <numerusform>%n sind noch durchzusehen</numerusform>
        </translation>
    </message>
    <message>
        <source>{minutes} min of your speech are verified</source>
        <translation>{minutes} min Ihrer Sprache sind geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%n reviewed in this sitting</source>
        <translation>
            <numerusform>%n in dieser Sitzung durchgesehen</numerusform>
            <numerusform>%n in dieser Sitzung durchgesehen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectionEditor</name>
    <message>
        <source>Play the words</source>
        <translation>Wörter abspielen</translation>
    </message>
    <message>
        <source>Play the current words (Space)</source>
        <translation>Die markierten Wörter abspielen (Leertaste)</translation>
    </message>
    <message>
        <source>Play &amp;all</source>
        <translation>A&amp;lles abspielen</translation>
    </message>
    <message>
        <source>Play all of the recording</source>
        <translation>Die ganze Aufnahme abspielen</translation>
    </message>
    <message>
        <source>Of no &amp;use</source>
        <translation>Un&amp;brauchbar</translation>
    </message>
    <message>
        <source>Noise, or not your voice: it never trains.</source>
        <translation>Geräusch oder nicht Ihre Stimme: Damit wird nie trainiert.</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>S&amp;päter</translation>
    </message>
    <message>
        <source>Mark it to be corrected later (Ctrl+L)</source>
        <translation>Zum späteren Korrigieren vormerken (Strg+L)</translation>
    </message>
    <message>
        <source>The recording is not kept.</source>
        <translation>Die Aufnahme wurde nicht behalten.</translation>
    </message>
    <message>
        <source>No other word is doubtful.</source>
        <translation>Kein anderes Wort ist fraglich.</translation>
    </message>
    <message numerus="yes">
        <source>%n doubtful word(s)</source>
        <translation>
            <numerusform>%n fragliches Wort</numerusform>
            <numerusform>%n fragliche Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>No doubtful word</source>
        <translation>Kein fragliches Wort</translation>
    </message>
    <message>
        <source>Save (Enter)</source>
        <translation>Speichern (Eingabe)</translation>
    </message>
    <message>
        <source>It is right (Enter)</source>
        <translation>Stimmt so (Eingabe)</translation>
    </message>
    <message>
        <source>Type freely. Tab: next doubtful word. Ctrl+Space: play. Enter: save. Ctrl+Z: undo. Esc: leave.</source>
        <translation>Tippen Sie frei. Tab: nächstes fragliches Wort. Strg+Leertaste: abspielen. Eingabe: speichern. Strg+Z: zurück. Esc: verlassen.</translation>
    </message>
    <message>
        <source>1–9: choose. Type: replace. Tab: next doubtful word. Arrows: move. Space: play. F2: edit. Esc: leave.</source>
        <translation>1–9: wählen. Tippen: ersetzen. Tab: nächstes fragliches Wort. Pfeile: bewegen. Leertaste: abspielen. F2: bearbeiten. Esc: verlassen.</translation>
    </message>
</context>
<context>
    <name>CorrectionField</name>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Was gesagt wurde</translation>
    </message>
    <message>
        <source>Digits choose an alternative, typing replaces the selected words, Tab goes to the next doubtful word, F6 to the buttons.</source>
        <translation>Ziffern wählen eine Alternative, Tippen ersetzt die markierten Wörter, Tab geht zum nächsten fraglichen Wort, F6 zu den Knöpfen.</translation>
    </message>
</context>
<context>
    <name>CorrectionPanel</name>
    <message>
        <source>Nothing is left of the text. If there was nothing to hear, choose “Of no use”.</source>
        <translation>Vom Text bleibt nichts übrig. Wenn nichts zu hören war, wählen Sie „Unbrauchbar“.</translation>
    </message>
    <message>
        <source>The recording is not kept.</source>
        <translation>Die Aufnahme wurde nicht behalten.</translation>
    </message>
</context>
<context>
    <name>CorrectionWindow</name>
    <message>
        <source>Attune: correct what was said</source>
        <translation>Attune: Gesagtes korrigieren</translation>
    </message>
</context>
<context>
    <name>Corrector</name>
    <message>
        <source>What was said last was not kept, so it cannot be corrected here.</source>
        <translation>Was zuletzt gesagt wurde, wurde nicht behalten und kann hier nicht korrigiert werden.</translation>
    </message>
    <message>
        <source>There is nothing to correct yet: dictate something first.</source>
        <translation>Es gibt noch nichts zu korrigieren: Diktieren Sie zuerst etwas.</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Rückgängig gemacht.</translation>
    </message>
    <message>
        <source>It was not replaced in the program: {reason} The corrected text is in the clipboard.</source>
        <translation>Im Programm wurde er nicht ersetzt: {reason} Der korrigierte Text ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more utterance(s) to learn from</source>
        <translation>
            <numerusform>noch %n Äußerung zum Lernen</numerusform>
            <numerusform>noch %n Äußerungen zum Lernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more utterance(s) to choose by</source>
        <translation>
            <numerusform>noch %n Äußerung zum Auswählen</numerusform>
            <numerusform>noch %n Äußerungen zum Auswählen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more utterance(s) set aside to test with</source>
        <translation>
            <numerusform>noch %n zurückgelegte Äußerung zum Testen</numerusform>
            <numerusform>noch %n zurückgelegte Äußerungen zum Testen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n utterance(s) are set aside to test with, and never trained on.</source>
        <translation>
            <numerusform>%n Äußerung ist zum Testen zurückgelegt und wird nie trainiert.</numerusform>
            <numerusform>%n Äußerungen sind zum Testen zurückgelegt und werden nie trainiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To prove that a fifth of them goes away it takes about %n test utterance(s).</source>
        <translation>
            <numerusform>Um nachzuweisen, dass ein Fünftel davon verschwindet, braucht es etwa %n Testäußerung.</numerusform>
            <numerusform>Um nachzuweisen, dass ein Fünftel davon verschwindet, braucht es etwa %n Testäußerungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody at the computer for %n minute(s)</source>
        <translation>
            <numerusform>Seit %n Minute niemand am Rechner</numerusform>
            <numerusform>Seit %n Minuten niemand am Rechner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) of new speech since the last training</source>
        <translation>
            <numerusform>%n Minute neue Sprache seit dem letzten Training</numerusform>
            <numerusform>%n Minuten neue Sprache seit dem letzten Training</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) since a training that failed</source>
        <translation>
            <numerusform>%n Stunde seit einem gescheiterten Training</numerusform>
            <numerusform>%n Stunden seit einem gescheiterten Training</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>A fault in Attune</source>
        <translation>Ein Fehler in Attune</translation>
    </message>
    <message>
        <source>Something went wrong inside Attune. What you said until now is kept. You can go on; if it acts strangely, quit and start it again.</source>
        <translation>In Attune ist etwas schiefgegangen. Was Sie bis jetzt gesagt haben, ist aufbewahrt. Sie können weitermachen; verhält es sich seltsam, beenden Sie es und starten Sie es neu.</translation>
    </message>
    <message>
        <source>This report holds nothing that was said or written:</source>
        <translation>Dieser Bericht enthält nichts Gesagtes oder Geschriebenes:</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Bericht kopieren</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>for ever</source>
        <translation>für immer</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Keep recordings</source>
        <translation>Aufnahmen behalten</translation>
    </message>
    <message>
        <source>Older sound is removed; the text stays.</source>
        <translation>Ältere Aufnahmen werden entfernt; der Text bleibt.</translation>
    </message>
    <message>
        <source>Keep nothing from</source>
        <translation>Nichts behalten von</translation>
    </message>
    <message>
        <source>One program a line, as the history names it: neither sound nor text of what is said there.</source>
        <translation>Ein Programm je Zeile, wie der Verlauf es nennt: weder Ton noch Text von dort Gesagtem.</translation>
    </message>
    <message numerus="yes">
        <source>%n utterance(s) are in the backup {folder}.</source>
        <translation>
            <numerusform>%n Äußerung ist in der Sicherung {folder}.</numerusform>
            <numerusform>%n Äußerungen sind in der Sicherung {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) were written to {folder}.</source>
        <translation>
            <numerusform>%n Paar wurde nach {folder} geschrieben.</numerusform>
            <numerusform>%n Paare wurden nach {folder} geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) were taken in.</source>
        <translation>
            <numerusform>%n Aufnahme wurde übernommen.</numerusform>
            <numerusform>%n Aufnahmen wurden übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be.</source>
        <translation>
            <numerusform>%n nicht.</numerusform>
            <numerusform>%n nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder of the backup</source>
        <translation>Ordner der Sicherung</translation>
    </message>
    <message>
        <source>Put this backup in place of what is there?</source>
        <translation>Diese Sicherung an die Stelle des Vorhandenen setzen?</translation>
    </message>
    <message>
        <source>The present library is kept beside it. Attune starts anew.</source>
        <translation>Die jetzige Bibliothek bleibt daneben erhalten. Attune startet neu.</translation>
    </message>
    <message numerus="yes">
        <source>%n utterance(s) were restored.</source>
        <translation>
            <numerusform>%n Äußerung wurde wiederhergestellt.</numerusform>
            <numerusform>%n Äußerungen wurden wiederhergestellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>erase</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>All that was said is deleted, text and sound, with the training made of it. Models stay, backups too. This cannot be undone.
Type “{word}” to go on.</source>
        <translation>Alles Gesagte wird gelöscht, Text und Ton, samt den Trainingsaufträgen daraus. Modelle und Sicherungen bleiben. Das lässt sich nicht rückgängig machen.
Geben Sie „{word}“ ein, um fortzufahren.</translation>
    </message>
    <message>
        <source>Everything was erased.</source>
        <translation>Alles wurde gelöscht.</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sichern …</translation>
    </message>
    <message>
        <source>Where to copy the library to</source>
        <translation>Wohin die Bibliothek kopiert wird</translation>
    </message>
    <message>
        <source>Export training pairs…</source>
        <translation>Trainingspaare ausgeben …</translation>
    </message>
    <message>
        <source>Where to write them to</source>
        <translation>Wohin sie geschrieben werden</translation>
    </message>
    <message>
        <source>Import recordings…</source>
        <translation>Aufnahmen übernehmen …</translation>
    </message>
    <message>
        <source>Folder of recordings with their texts</source>
        <translation>Ordner mit Aufnahmen und ihren Texten</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Sicherung zurückspielen …</translation>
    </message>
    <message>
        <source>Erase everything…</source>
        <translation>Alles löschen …</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Underlined: heard with little certainty.</source>
        <translation>Unterstrichen: unsicher gehört.</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <source>Recognise anew</source>
        <translation>Neu erkennen</translation>
    </message>
    <message>
        <source>With another model; the text only changes if you take it.</source>
        <translation>Mit einem anderen Modell; der Text ändert sich nur, wenn Sie ihn übernehmen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>noch nicht angesehen</translation>
    </message>
    <message>
        <source>accepted as right</source>
        <translation>als richtig bestätigt</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>rejected, never trains</source>
        <translation>verworfen, trainiert nie</translation>
    </message>
    <message>
        <source>read aloud</source>
        <translation>vorgelesen</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>sound not kept</source>
        <translation>Ton nicht aufbewahrt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen …</translation>
    </message>
    <message>
        <source>{model}, active</source>
        <translation>{model}, aktiv</translation>
    </message>
</context>
<context>
    <name>DoctorPage</name>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>For a report of a problem; it holds nothing you said.</source>
        <translation>Für einen Problembericht; enthält nichts von dem, was Sie gesagt haben.</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need your attention.</source>
        <translation>
            <numerusform>%n Sache braucht Ihre Aufmerksamkeit.</numerusform>
            <numerusform>%n Dinge brauchen Ihre Aufmerksamkeit.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>Alles funktioniert.</translation>
    </message>
    <message>
        <source>packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>display</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>Festplatte</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funktioniert</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>eingeschränkt</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>funktioniert nicht</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
</context>
<context>
    <name>DocumentDialog</name>
    <message>
        <source>Terms in {name}</source>
        <translation>Begriffe in {name}</translation>
    </message>
    <message>
        <source>These words are not ordinary ones. Tick those that you say; they will be expected.</source>
        <translation>Diese Wörter sind nicht alltäglich. Haken Sie an, was Sie sagen; es wird dann erwartet.</translation>
    </message>
    <message>
        <source>Least number of times</source>
        <translation>Mindestanzahl</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Begriff</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>First seen in</source>
        <translation>Zuerst gesehen in</translation>
    </message>
    <message>
        <source>Terms that were found</source>
        <translation>Gefundene Begriffe</translation>
    </message>
    <message>
        <source>Tick &amp;all</source>
        <translation>&amp;Alle anhaken</translation>
    </message>
    <message>
        <source>Tick &amp;none</source>
        <translation>&amp;Keine anhaken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Tick what occurs at &amp;least so often:</source>
        <translation>Anhaken, was &amp;mindestens so oft vorkommt:</translation>
    </message>
    <message numerus="yes">
        <source>Add %n term(s)</source>
        <translation>
            <numerusform>%n Begriff hinzufügen</numerusform>
            <numerusform>%n Begriffe hinzufügen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Nothing has been dictated yet</source>
        <translation>Noch nichts diktiert</translation>
    </message>
    <message>
        <source>Click into a text in any program, press {key} and talk.</source>
        <translation>Klicken Sie in einem beliebigen Programm in einen Text, drücken Sie {key} und sprechen Sie.</translation>
    </message>
    <message>
        <source>Press Dictate above and talk. A key for all programs can be chosen in the settings.</source>
        <translation>Drücken Sie oben auf Diktieren und sprechen Sie. Eine Taste für alle Programme lässt sich in den Einstellungen wählen.</translation>
    </message>
    <message>
        <source>What you say appears there, and here, where it can be heard, corrected and found.</source>
        <translation>Was Sie sagen, erscheint dort, und hier, wo man es anhören, korrigieren und wiederfinden kann.</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>1 NVIDIA GPU, {0}</source>
        <translation>1 NVIDIA-GPU, {0}</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 Stelle</translation>
    </message>
    <message>
        <source>1 sound</source>
        <translation>1 Geräusch</translation>
    </message>
    <message>
        <source>1 utterance</source>
        <translation>1 Äußerung</translation>
    </message>
    <message>
        <source>100 languages; close to large v3 at half the size, does not translate</source>
        <translation>100 Sprachen; fast so gut wie large v3, halb so groß, übersetzt nicht</translation>
    </message>
    <message>
        <source>100 languages; the most accurate</source>
        <translation>100 Sprachen; das genaueste</translation>
    </message>
    <message>
        <source>99 languages</source>
        <translation>99 Sprachen</translation>
    </message>
    <message>
        <source>A backup inside the library would be lost with it.</source>
        <translation>Eine Sicherung in der Bibliothek ginge mit ihr verloren.</translation>
    </message>
    <message>
        <source>A file ended too early.</source>
        <translation>Eine Datei brach zu früh ab.</translation>
    </message>
    <message>
        <source>A part of Attune cannot be started: {0}.</source>
        <translation>Ein Teil von Attune lässt sich nicht starten: {0}.</translation>
    </message>
    <message>
        <source>A program asked over D-Bus did not answer in time.</source>
        <translation>Ein über D-Bus gefragtes Programm hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>A program asked over D-Bus refused.</source>
        <translation>Ein über D-Bus gefragtes Programm hat abgelehnt.</translation>
    </message>
    <message>
        <source>A recording goes on already.</source>
        <translation>Es läuft schon eine Aufnahme.</translation>
    </message>
    <message>
        <source>A rule needs what is heard and, different from it, what to write.</source>
        <translation>Eine Regel braucht, was gehört wird, und, davon verschieden, was geschrieben werden soll.</translation>
    </message>
    <message>
        <source>A snippet has no spoken phrase.</source>
        <translation>Ein eigener Text hat keine gesprochenen Worte.</translation>
    </message>
    <message>
        <source>A step gave no finite loss and was left out.</source>
        <translation>Ein Schritt ergab keinen endlichen Verlust und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>A term has a letter or digit and at most {0} characters.</source>
        <translation>Ein Begriff hat einen Buchstaben oder eine Ziffer und höchstens {0} Zeichen.</translation>
    </message>
    <message>
        <source>A terminal does not let its text be changed.</source>
        <translation>Ein Terminal lässt seinen Text nicht ändern.</translation>
    </message>
    <message>
        <source>A terminal would carry out each line of it.</source>
        <translation>Ein Terminal würde jede Zeile davon ausführen.</translation>
    </message>
    <message>
        <source>A text that was rewritten cannot be matched with its sound.</source>
        <translation>Ein umgeschriebener Text lässt sich seiner Aufnahme nicht zuordnen.</translation>
    </message>
    <message>
        <source>Accept its terms there and set HF_TOKEN.</source>
        <translation>Stimmen Sie dort den Bedingungen zu und setzen Sie HF_TOKEN.</translation>
    </message>
    <message>
        <source>Accept or correct the others first.</source>
        <translation>Bestätigen oder korrigieren Sie zuerst die anderen.</translation>
    </message>
    <message>
        <source>Add Ctrl, Alt or Meta, or take a function key.</source>
        <translation>Nehmen Sie Strg, Alt oder Meta dazu, oder eine Funktionstaste.</translation>
    </message>
    <message>
        <source>Another Attune is changing the models.</source>
        <translation>Ein anderes Attune ändert gerade die Modelle.</translation>
    </message>
    <message>
        <source>Another Attune is using this library.</source>
        <translation>Ein anderes Attune benutzt diese Bibliothek.</translation>
    </message>
    <message>
        <source>Another command is writing to the library.</source>
        <translation>Ein anderer Befehl schreibt gerade in die Bibliothek.</translation>
    </message>
    <message>
        <source>Another program has taken {0}.</source>
        <translation>Ein anderes Programm hat {0} belegt.</translation>
    </message>
    <message>
        <source>Another window has the keyboard than at the start.</source>
        <translation>Die Tastatur gehört jetzt einem anderen Fenster als am Anfang.</translation>
    </message>
    <message>
        <source>Another window has the keyboard.</source>
        <translation>Die Tastatur gehört einem anderen Fenster.</translation>
    </message>
    <message>
        <source>Attune cannot be reached.</source>
        <translation>Attune ist nicht zu erreichen.</translation>
    </message>
    <message>
        <source>Attune cannot listen for its commands: {0}.</source>
        <translation>Attune kann seine Befehle nicht entgegennehmen: {0}.</translation>
    </message>
    <message>
        <source>Attune did not answer in {0} s.</source>
        <translation>Attune hat in {0} s nicht geantwortet.</translation>
    </message>
    <message>
        <source>Attune ended before it answered.</source>
        <translation>Attune wurde beendet, bevor es antwortete.</translation>
    </message>
    <message>
        <source>Attune is not running.</source>
        <translation>Attune läuft nicht.</translation>
    </message>
    <message>
        <source>Attune runs already, but does not answer.</source>
        <translation>Attune läuft schon, antwortet aber nicht.</translation>
    </message>
    <message>
        <source>Attune starter (English, synthetic voices only)</source>
        <translation>Attunes Startmodell (Englisch, nur künstliche Stimmen)</translation>
    </message>
    <message>
        <source>Attune's window.</source>
        <translation>Attunes Fenster.</translation>
    </message>
    <message>
        <source>Check its cable, then read the sentence again.</source>
        <translation>Prüfen Sie sein Kabel und lesen Sie den Satz noch einmal.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>Check that a loudspeaker is connected.</source>
        <translation>Prüfen Sie, ob ein Lautsprecher angeschlossen ist.</translation>
    </message>
    <message>
        <source>Check that no other program holds it and that the audio server runs.</source>
        <translation>Prüfen Sie, ob kein anderes Programm es belegt und der Klangdienst läuft.</translation>
    </message>
    <message>
        <source>Check the disk, then run `attune library verify`.</source>
        <translation>Prüfen Sie die Festplatte, dann: `attune library verify`.</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>Prüfen Sie die Festplatte.</translation>
    </message>
    <message>
        <source>Check the driver: nvidia-smi</source>
        <translation>Prüfen Sie den Treiber: nvidia-smi</translation>
    </message>
    <message>
        <source>Check the folder {0}.</source>
        <translation>Prüfen Sie den Ordner {0}.</translation>
    </message>
    <message>
        <source>Check the folder's permissions.</source>
        <translation>Prüfen Sie die Zugriffsrechte des Ordners.</translation>
    </message>
    <message>
        <source>Check the folder's rights.</source>
        <translation>Prüfen Sie die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>Check the loudspeaker's settings.</source>
        <translation>Prüfen Sie die Einstellungen des Lautsprechers.</translation>
    </message>
    <message>
        <source>Check the name and HF_TOKEN.</source>
        <translation>Prüfen Sie den Namen und HF_TOKEN.</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>Prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>Check the revision.</source>
        <translation>Prüfen Sie die Revision.</translation>
    </message>
    <message>
        <source>Choose a multilingual model to translate.</source>
        <translation>Wählen Sie zum Übersetzen ein mehrsprachiges Modell.</translation>
    </message>
    <message>
        <source>Choose a smaller model.</source>
        <translation>Wählen Sie ein kleineres Modell.</translation>
    </message>
    <message>
        <source>Choose another folder with --home or ATTUNE_HOME.</source>
        <translation>Wählen Sie mit --home oder ATTUNE_HOME einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another folder with --home.</source>
        <translation>Wählen Sie mit --home einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another model with `attune models activate ID`, or see: attune doctor</source>
        <translation>Wählen Sie mit `attune models activate ID` ein anderes Modell, oder sehen Sie nach: attune doctor</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>Choose another one, or check its cable and the system's settings.</source>
        <translation>Wählen Sie ein anderes, oder prüfen Sie sein Kabel und die Einstellungen des Systems.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Choose another with --base, or import its Hugging Face checkpoint: attune models import DIR</source>
        <translation>Wählen Sie mit --base ein anderes, oder lesen Sie seinen Hugging-Face-Checkpoint ein: attune models import DIR</translation>
    </message>
    <message>
        <source>Choose another: attune models list</source>
        <translation>Wählen Sie ein anderes: attune models list</translation>
    </message>
    <message>
        <source>Choose fewer.</source>
        <translation>Wählen Sie weniger.</translation>
    </message>
    <message>
        <source>Choose one that no training has used.</source>
        <translation>Wählen Sie eine, die in keinem Training war.</translation>
    </message>
    <message>
        <source>Choose one with: attune models activate ID</source>
        <translation>Wählen Sie eines mit: attune models activate ID</translation>
    </message>
    <message>
        <source>Choose others.</source>
        <translation>Wählen Sie andere.</translation>
    </message>
    <message>
        <source>Choose the model again: attune models activate ID</source>
        <translation>Wählen Sie das Modell neu: attune models activate ID</translation>
    </message>
    <message>
        <source>Close it first.</source>
        <translation>Schließen Sie es zuerst.</translation>
    </message>
    <message>
        <source>Close it, or wait until its command has finished.</source>
        <translation>Schließen Sie es, oder warten Sie, bis sein Befehl fertig ist.</translation>
    </message>
    <message>
        <source>Close other programs, or personalize a smaller model: attune models list</source>
        <translation>Schließen Sie andere Programme, oder passen Sie ein kleineres Modell an: attune models list</translation>
    </message>
    <message>
        <source>Close other programs, or use a smaller model.</source>
        <translation>Schließen Sie andere Programme, oder benutzen Sie ein kleineres Modell.</translation>
    </message>
    <message>
        <source>Connect a microphone.</source>
        <translation>Schließen Sie ein Mikrofon an.</translation>
    </message>
    <message>
        <source>Connect it, or choose one of: {0}.</source>
        <translation>Schließen Sie es an, oder wählen Sie eines von diesen: {0}.</translation>
    </message>
    <message>
        <source>Connect one, and check that the audio server runs.</source>
        <translation>Schließen Sie eines an und prüfen Sie, ob der Klangdienst läuft.</translation>
    </message>
    <message>
        <source>Connect one, and see that a sound server runs. Recordings can be transcribed without.</source>
        <translation>Schließen Sie eines an und sorgen Sie dafür, dass ein Klangdienst läuft. Aufnahmen lassen sich auch ohne abschreiben.</translation>
    </message>
    <message>
        <source>Convert or download the model again.</source>
        <translation>Wandeln Sie das Modell neu um, oder laden Sie es neu herunter.</translation>
    </message>
    <message>
        <source>Convert the model again.</source>
        <translation>Wandeln Sie das Modell neu um.</translation>
    </message>
    <message>
        <source>Converting this model needs {0}, which is not installed.</source>
        <translation>Um dieses Modell umzuwandeln, braucht es {0}; das ist nicht installiert.</translation>
    </message>
    <message>
        <source>Copy it from the model it was made from.</source>
        <translation>Kopieren Sie sie von dem Modell, aus dem es entstand.</translation>
    </message>
    <message>
        <source>Copy the file itself.</source>
        <translation>Kopieren Sie die Datei selbst.</translation>
    </message>
    <message>
        <source>Copy the folder with its links resolved first (cp -rL).</source>
        <translation>Kopieren Sie den Ordner zuerst mit aufgelösten Verknüpfungen (cp -rL).</translation>
    </message>
    <message>
        <source>Copy tokenizer.json from the model it was made from.</source>
        <translation>Kopieren Sie tokenizer.json von dem Modell, aus dem es entstand.</translation>
    </message>
    <message>
        <source>Correct it there by hand.</source>
        <translation>Berichtigen Sie es dort von Hand.</translation>
    </message>
    <message>
        <source>Correct job.json.</source>
        <translation>Berichtigen Sie job.json.</translation>
    </message>
    <message>
        <source>Correct or accept utterances first: `attune library list`.</source>
        <translation>Korrigieren oder bestätigen Sie zuerst Äußerungen: `attune library list`.</translation>
    </message>
    <message>
        <source>Cut it into utterances.</source>
        <translation>Zerlegen Sie sie in einzelne Äußerungen.</translation>
    </message>
    <message>
        <source>Dictate and correct more, then try again.</source>
        <translation>Diktieren und korrigieren Sie mehr, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Dictate something first.</source>
        <translation>Diktieren Sie zuerst etwas.</translation>
    </message>
    <message>
        <source>Dictate something first: `attune dictate`.</source>
        <translation>Diktieren Sie zuerst etwas: `attune dictate`.</translation>
    </message>
    <message>
        <source>Dictate with `attune dictate`, or bring recordings in: `attune library import`.</source>
        <translation>Diktieren Sie mit `attune dictate`, oder lesen Sie Aufnahmen ein: `attune library import`.</translation>
    </message>
    <message>
        <source>Dictation works. To fine-tune as well: sh packaging/run.sh --train</source>
        <translation>Diktieren geht. Um auch zu trainieren: sh packaging/run.sh --train</translation>
    </message>
    <message>
        <source>Each record needs file_name and text.</source>
        <translation>Jeder Eintrag braucht file_name und text.</translation>
    </message>
    <message>
        <source>Either there is hardly a gain, or it takes many hours more speech to show it.</source>
        <translation>Entweder ist kaum etwas gewonnen, oder es braucht viele Stunden Sprache mehr, um es zu zeigen.</translation>
    </message>
    <message>
        <source>End it, or log out and in again.</source>
        <translation>Beenden Sie es, oder melden Sie sich ab und wieder an.</translation>
    </message>
    <message>
        <source>English only, a little better at it</source>
        <translation>nur Englisch, darin etwas besser</translation>
    </message>
    <message>
        <source>First activate another: attune models activate ID</source>
        <translation>Wählen Sie zuerst ein anderes: attune models activate ID</translation>
    </message>
    <message>
        <source>First use another model, so that there is a newer good one.</source>
        <translation>Benutzen Sie zuerst ein anderes Modell, damit es ein neueres gutes gibt.</translation>
    </message>
    <message>
        <source>First: attune models remove {0}</source>
        <translation>Zuerst: attune models remove {0}</translation>
    </message>
    <message>
        <source>For your own voice get a real one: attune models list, then attune models download NAME</source>
        <translation>Holen Sie für Ihre Stimme ein richtiges, auf der Seite Modelle oder mit: attune models download NAME</translation>
    </message>
    <message>
        <source>Free some memory, or choose a smaller model.</source>
        <translation>Machen Sie Arbeitsspeicher frei, oder wählen Sie ein kleineres Modell.</translation>
    </message>
    <message>
        <source>Free some space and try again; nothing that was saved before is lost.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es noch einmal; nichts, was schon gespeichert war, ist verloren.</translation>
    </message>
    <message>
        <source>Free some space before downloading a model or training.</source>
        <translation>Schaffen Sie Platz, bevor Sie ein Modell herunterladen oder trainieren.</translation>
    </message>
    <message>
        <source>Free some space, or check the folder's rights.</source>
        <translation>Schaffen Sie Platz, oder prüfen Sie die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder with --home.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie mit --home einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>Schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>Free some space: recordings could not be kept.</source>
        <translation>Schaffen Sie Platz: Aufnahmen könnten nicht aufgehoben werden.</translation>
    </message>
    <message>
        <source>Free some space; it is kept in memory until then.</source>
        <translation>Schaffen Sie Platz; bis dahin bleibt es im Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Free some space; it is offered again at the next start.</source>
        <translation>Schaffen Sie Platz; beim nächsten Start wird es wieder angeboten.</translation>
    </message>
    <message>
        <source>Give 1 to {0} days.</source>
        <translation>Geben Sie 1 bis {0} Tage an.</translation>
    </message>
    <message>
        <source>Give a folder with model.bin (CTranslate2) or model.safetensors (Hugging Face).</source>
        <translation>Geben Sie einen Ordner mit model.bin (CTranslate2) oder model.safetensors (Hugging Face) an.</translation>
    </message>
    <message>
        <source>Give a new folder to convert into.</source>
        <translation>Geben Sie einen neuen Ordner für das Ergebnis an.</translation>
    </message>
    <message>
        <source>Give a recording such as WAV, FLAC, MP3, M4A, OGG or a film with sound.</source>
        <translation>Geben Sie eine Aufnahme an, etwa WAV, FLAC, MP3, M4A, OGG oder einen Film mit Ton.</translation>
    </message>
    <message>
        <source>Give a text file.</source>
        <translation>Geben Sie eine Textdatei an.</translation>
    </message>
    <message>
        <source>Give a {0} file.</source>
        <translation>Geben Sie eine Datei der Art {0} an.</translation>
    </message>
    <message>
        <source>Give an exported vocabulary.</source>
        <translation>Geben Sie einen ausgegebenen Wortschatz an.</translation>
    </message>
    <message>
        <source>Give both.</source>
        <translation>Geben Sie beides an.</translation>
    </message>
    <message>
        <source>Give documents of up to {0} MB.</source>
        <translation>Geben Sie Dokumente von höchstens {0} MB an.</translation>
    </message>
    <message>
        <source>Give it as owner/name.</source>
        <translation>Schreiben Sie ihn als Besitzer/Name.</translation>
    </message>
    <message>
        <source>Give it the words that insert it.</source>
        <translation>Geben Sie die Worte an, die ihn einfügen.</translation>
    </message>
    <message>
        <source>Give more of the id.</source>
        <translation>Geben Sie mehr von der Kennung an.</translation>
    </message>
    <message>
        <source>Give the corrected text: `attune correct ID TEXT`.</source>
        <translation>Geben Sie den richtigen Text an: `attune correct ID TEXT`.</translation>
    </message>
    <message>
        <source>Give the document the PDF was made from.</source>
        <translation>Geben Sie das Dokument an, aus dem das PDF entstand.</translation>
    </message>
    <message>
        <source>Give the folder of a CTranslate2 Whisper model.</source>
        <translation>Geben Sie den Ordner eines Whisper-Modells für CTranslate2 an.</translation>
    </message>
    <message>
        <source>Give the folder of a Hugging Face Whisper checkpoint.</source>
        <translation>Geben Sie den Ordner eines Whisper-Checkpoints von Hugging Face an.</translation>
    </message>
    <message>
        <source>Give the folder of a model.</source>
        <translation>Geben Sie den Ordner eines Modells an.</translation>
    </message>
    <message>
        <source>Give the folder of the recordings, such as WAV or FLAC.</source>
        <translation>Geben Sie den Ordner der Aufnahmen an, etwa WAV oder FLAC.</translation>
    </message>
    <message>
        <source>Give the folder of the recordings.</source>
        <translation>Geben Sie den Ordner der Aufnahmen an.</translation>
    </message>
    <message>
        <source>Give the recordings in it, one by one.</source>
        <translation>Geben Sie die Aufnahmen darin an, eine nach der anderen.</translation>
    </message>
    <message>
        <source>Give the sentences: --texts FILE, one a line.</source>
        <translation>Geben Sie die Sätze an: --texts DATEI, einer je Zeile.</translation>
    </message>
    <message>
        <source>Give their ids: `attune library list`.</source>
        <translation>Geben Sie ihre Kennungen an: `attune library list`.</translation>
    </message>
    <message>
        <source>Give your own: --texts FILE.</source>
        <translation>Geben Sie eigene an: --texts DATEI.</translation>
    </message>
    <message>
        <source>Given up.</source>
        <translation>Aufgegeben.</translation>
    </message>
    <message>
        <source>Go on with `attune personalize` when it works again.</source>
        <translation>Wenn sie wieder geht, geht es mit `attune personalize` weiter.</translation>
    </message>
    <message>
        <source>Go on with the training.</source>
        <translation>Setzen Sie das Training fort.</translation>
    </message>
    <message>
        <source>If the gain is real, about {0} more minutes of dictation would settle it.</source>
        <translation>Ist der Gewinn echt, würden etwa {0} weitere Minuten Diktat es klären.</translation>
    </message>
    <message>
        <source>Import it with `attune library import`.</source>
        <translation>Lesen Sie sie mit `attune library import` ein.</translation>
    </message>
    <message>
        <source>Import it with: attune models import</source>
        <translation>Lesen Sie es ein: attune models import</translation>
    </message>
    <message>
        <source>In silence it writes no more than before.</source>
        <translation>In der Stille schreibt es nicht mehr als zuvor.</translation>
    </message>
    <message>
        <source>Install Attune again.</source>
        <translation>Installieren Sie Attune neu.</translation>
    </message>
    <message>
        <source>Install faster-whisper again.</source>
        <translation>Installieren Sie faster-whisper neu.</translation>
    </message>
    <message>
        <source>Install faster-whisper.</source>
        <translation>Installieren Sie faster-whisper.</translation>
    </message>
    <message>
        <source>Install it (Debian, Ubuntu: apt install libportaudio2).</source>
        <translation>Installieren Sie sie (Debian, Ubuntu: apt install libportaudio2).</translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation>Installieren Sie es neu.</translation>
    </message>
    <message>
        <source>Install the base again.</source>
        <translation>Installieren Sie das Ausgangsmodell neu.</translation>
    </message>
    <message>
        <source>Install the model again.</source>
        <translation>Installieren Sie das Modell neu.</translation>
    </message>
    <message>
        <source>Is it a manifest at all?</source>
        <translation>Ist es überhaupt eine Liste von Aufnahmen?</translation>
    </message>
    <message>
        <source>It falls into a loop on {0}, gets out of it again, and leaves nothing out that was written before.</source>
        <translation>Es gerät in eine Schleife ({0}), findet wieder heraus und lässt nichts aus, was zuvor geschrieben wurde.</translation>
    </message>
    <message>
        <source>It falls into no loop and leaves nothing out that was written before.</source>
        <translation>Es gerät in keine Schleife und lässt nichts aus, was zuvor geschrieben wurde.</translation>
    </message>
    <message>
        <source>It is as fast as before.</source>
        <translation>Es ist so schnell wie zuvor.</translation>
    </message>
    <message>
        <source>It is in the clipboard: paste it where you want it.</source>
        <translation>Es ist in der Zwischenablage: Fügen Sie es ein, wo Sie es haben wollen.</translation>
    </message>
    <message>
        <source>It is in the library: copy it from there.</source>
        <translation>Es ist in der Bibliothek: Kopieren Sie es von dort.</translation>
    </message>
    <message>
        <source>It is kept: copy it from Attune.</source>
        <translation>Es ist aufgehoben: Kopieren Sie es aus Attune.</translation>
    </message>
    <message>
        <source>It needs one with the columns file_name and text.</source>
        <translation>Er braucht eine mit den Spalten file_name und text.</translation>
    </message>
    <message>
        <source>It takes {0} less work.</source>
        <translation>Es macht {0} weniger Arbeit.</translation>
    </message>
    <message>
        <source>It was not copied: {0}.</source>
        <translation>Es wurde nicht kopiert: {0}.</translation>
    </message>
    <message>
        <source>It was not inserted: {0}.</source>
        <translation>Es wurde nicht eingefügt: {0}.</translation>
    </message>
    <message>
        <source>It was not removed: {0}.</source>
        <translation>Es wurde nicht entfernt: {0}.</translation>
    </message>
    <message>
        <source>It was not to be kept: say it again.</source>
        <translation>Es sollte nicht aufgehoben werden: Sagen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>It writes nothing where nobody speaks.</source>
        <translation>Wo niemand spricht, schreibt es nichts.</translation>
    </message>
    <message>
        <source>Its tokenizer or config.json belongs to another model.</source>
        <translation>Sein Tokenizer oder config.json gehört zu einem anderen Modell.</translation>
    </message>
    <message>
        <source>Joining takes at least two utterances.</source>
        <translation>Zum Verbinden braucht es mindestens zwei Äußerungen.</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>Lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>Left out: {0}.</source>
        <translation>Ausgelassen: {0}.</translation>
    </message>
    <message>
        <source>Lower packed or rehearsal_share.</source>
        <translation>Verringern Sie packed_share oder rehearsal_share.</translation>
    </message>
    <message>
        <source>Make a job with: attune personalize</source>
        <translation>Legen Sie einen Auftrag an: attune personalize</translation>
    </message>
    <message>
        <source>Make one with `attune vocabulary export`.</source>
        <translation>Machen Sie einen mit `attune vocabulary export`.</translation>
    </message>
    <message>
        <source>Make the folder writable, or choose another with --home.</source>
        <translation>Machen Sie den Ordner beschreibbar, oder wählen Sie mit --home einen anderen.</translation>
    </message>
    <message>
        <source>Make the job again.</source>
        <translation>Legen Sie den Auftrag neu an.</translation>
    </message>
    <message>
        <source>NVIDIA's driver is installed, but no GPU can be used</source>
        <translation>NVIDIAs Treiber ist da, aber keine GPU lässt sich benutzen</translation>
    </message>
    <message>
        <source>Name a folder elsewhere.</source>
        <translation>Nennen Sie einen Ordner anderswo.</translation>
    </message>
    <message>
        <source>Name a folder that `attune library backup` wrote.</source>
        <translation>Nennen Sie einen Ordner, den `attune library backup` geschrieben hat.</translation>
    </message>
    <message>
        <source>Name a folder that does not exist yet.</source>
        <translation>Nennen Sie einen Ordner, den es noch nicht gibt.</translation>
    </message>
    <message>
        <source>Name a folder with metadata.jsonl, or a CSV file.</source>
        <translation>Nennen Sie einen Ordner mit metadata.jsonl oder eine CSV-Datei.</translation>
    </message>
    <message>
        <source>Name a new folder.</source>
        <translation>Nennen Sie einen neuen Ordner.</translation>
    </message>
    <message>
        <source>Name the one to import.</source>
        <translation>Nennen Sie die, die eingelesen werden soll.</translation>
    </message>
    <message>
        <source>No D-Bus daemon answers.</source>
        <translation>Kein D-Bus-Dienst antwortet.</translation>
    </message>
    <message>
        <source>No NVIDIA GPU was found; the processor is used instead.</source>
        <translation>Keine NVIDIA-GPU gefunden; stattdessen rechnet der Prozessor.</translation>
    </message>
    <message>
        <source>No X display answers.</source>
        <translation>Kein X-Bildschirm antwortet.</translation>
    </message>
    <message>
        <source>No microphone is connected.</source>
        <translation>Es ist kein Mikrofon angeschlossen.</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>Es ist kein Modell geladen.</translation>
    </message>
    <message>
        <source>No recording goes on.</source>
        <translation>Es läuft keine Aufnahme.</translation>
    </message>
    <message>
        <source>No sound comes from the microphone.</source>
        <translation>Vom Mikrofon kommt kein Ton.</translation>
    </message>
    <message>
        <source>No word of your vocabulary was said in the test.</source>
        <translation>Im Test kam kein Wort Ihres Wortschatzes vor.</translation>
    </message>
    <message>
        <source>Not proven, keeping the present model. {0}, which is no better.</source>
        <translation>Nicht nachgewiesen, das jetzige Modell bleibt. {0}, also nicht besser.</translation>
    </message>
    <message>
        <source>Not proven, keeping the present model. {0}.</source>
        <translation>Nicht nachgewiesen, das jetzige Modell bleibt. {0}.</translation>
    </message>
    <message>
        <source>Not proven. {0}; it may have lost {1}.</source>
        <translation>Nicht nachgewiesen. {0}; es kann {1} verloren haben.</translation>
    </message>
    <message>
        <source>Not proven: it was not tested on silence.</source>
        <translation>Nicht nachgewiesen: Es wurde nicht mit Stille geprüft.</translation>
    </message>
    <message>
        <source>Not proven: there is no speech of other people to test the new model on.</source>
        <translation>Nicht nachgewiesen: Es gibt keine Sprache anderer Menschen, um das neue Modell zu prüfen.</translation>
    </message>
    <message>
        <source>Not proven: {0}, at least {1} are needed.</source>
        <translation>Nicht nachgewiesen: {0}, mindestens {1} braucht es.</translation>
    </message>
    <message>
        <source>Nothing was dictated into this window yet.</source>
        <translation>In dieses Fenster wurde noch nichts diktiert.</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Nichts wurde eingelesen.</translation>
    </message>
    <message>
        <source>Nothing was undone: {0}.</source>
        <translation>Nichts wurde zurückgenommen: {0}.</translation>
    </message>
    <message>
        <source>Number the recordings by the lines they read: 001.wav is the first.</source>
        <translation>Nummerieren Sie die Aufnahmen nach den Zeilen, die sie lesen: 001.wav ist die erste.</translation>
    </message>
    <message>
        <source>On other people's speech: {0} of the words wrong before, {1} now</source>
        <translation>Bei anderen Menschen: zuvor {0} der Wörter falsch, jetzt {1}</translation>
    </message>
    <message>
        <source>On {0} utterances of yours that it never trained on: {1}</source>
        <translation>An {0} Äußerungen von Ihnen, mit denen nie trainiert wurde: {1}</translation>
    </message>
    <message>
        <source>Only Whisper models fit.</source>
        <translation>Nur Whisper-Modelle passen.</translation>
    </message>
    <message>
        <source>Only {0} usable recordings to {1}, {2} are needed.</source>
        <translation>Nur {0} brauchbare Aufnahmen ({1}), {2} braucht es.</translation>
    </message>
    <message>
        <source>Personalizing needs {0}, which is not installed.</source>
        <translation>Zum Anpassen braucht es {0}; das ist nicht installiert.</translation>
    </message>
    <message>
        <source>Pickled weights are never loaded.</source>
        <translation>Gewichte in Pickle-Dateien werden nie geladen.</translation>
    </message>
    <message>
        <source>Punctuation and capital letters are kept.</source>
        <translation>Satzzeichen und Großschreibung bleiben so gut wie zuvor.</translation>
    </message>
    <message>
        <source>Put one sentence on each line.</source>
        <translation>Schreiben Sie auf jede Zeile einen Satz.</translation>
    </message>
    <message>
        <source>Put texts with commas in quotation marks.</source>
        <translation>Setzen Sie Texte mit Kommas in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>Lesen Sie es noch einmal</translation>
    </message>
    <message>
        <source>Read it again, word for word.</source>
        <translation>Lesen Sie es noch einmal, Wort für Wort.</translation>
    </message>
    <message>
        <source>Read this one, or put the recordings in order.</source>
        <translation>Lesen Sie diesen, oder ordnen Sie die Aufnahmen.</translation>
    </message>
    <message>
        <source>Record it again.</source>
        <translation>Nehmen Sie es noch einmal auf.</translation>
    </message>
    <message>
        <source>Remove it by hand.</source>
        <translation>Entfernen Sie es von Hand.</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>Entfernen Sie es.</translation>
    </message>
    <message>
        <source>Remove the model and install it again.</source>
        <translation>Entfernen Sie das Modell und installieren Sie es neu.</translation>
    </message>
    <message>
        <source>Report this as a defect.</source>
        <translation>Melden Sie dies als Fehler.</translation>
    </message>
    <message>
        <source>Report this as a defect; the present model stays.</source>
        <translation>Melden Sie dies als Fehler; das jetzige Modell bleibt.</translation>
    </message>
    <message>
        <source>Reports quote what was said; one goes when a recording it quotes is deleted.</source>
        <translation>Berichte zitieren, was gesagt wurde; einer verschwindet, wenn eine zitierte Aufnahme gelöscht wird.</translation>
    </message>
    <message>
        <source>Restart PulseAudio or PipeWire.</source>
        <translation>Starten Sie PulseAudio oder PipeWire neu.</translation>
    </message>
    <message>
        <source>Restart the sound server.</source>
        <translation>Starten Sie den Klangdienst neu.</translation>
    </message>
    <message>
        <source>Restore a backup: `attune library restore BACKUP`.</source>
        <translation>Stellen Sie eine Sicherung wieder her: `attune library restore SICHERUNG`.</translation>
    </message>
    <message>
        <source>Run `attune library restore BACKUP`, or `attune library verify` to rebuild it from the recordings.</source>
        <translation>Rufen Sie `attune library restore SICHERUNG` auf, oder `attune library verify`, um sie aus den Aufnahmen neu aufzubauen.</translation>
    </message>
    <message>
        <source>Run `attune library verify` to upgrade it.</source>
        <translation>Rufen Sie `attune library verify` auf, um sie zu erneuern.</translation>
    </message>
    <message>
        <source>Run `attune library verify`.</source>
        <translation>Rufen Sie `attune library verify` auf.</translation>
    </message>
    <message>
        <source>Run packaging/run.sh, which installs it, or install libxcb-cursor0 yourself.</source>
        <translation>Rufen Sie packaging/run.sh auf, das sie installiert, oder installieren Sie libxcb-cursor0 selbst.</translation>
    </message>
    <message>
        <source>Run sh packaging/run.sh without --no-train, or choose a model that is ready for CTranslate2.</source>
        <translation>Rufen Sie sh packaging/run.sh ohne --no-train auf, oder wählen Sie ein Modell, das für CTranslate2 fertig ist.</translation>
    </message>
    <message>
        <source>Run sh packaging/run.sh without --no-train.</source>
        <translation>Rufen Sie sh packaging/run.sh ohne --no-train auf.</translation>
    </message>
    <message>
        <source>Run the same command again.</source>
        <translation>Rufen Sie denselben Befehl noch einmal auf.</translation>
    </message>
    <message>
        <source>SQLite {0} is too old for the library.</source>
        <translation>SQLite {0} ist zu alt für die Bibliothek.</translation>
    </message>
    <message>
        <source>Samples before {0} are overwritten.</source>
        <translation>Was vor {0} lag, ist überschrieben.</translation>
    </message>
    <message>
        <source>Save it again as .docx.</source>
        <translation>Speichern Sie es noch einmal als .docx.</translation>
    </message>
    <message>
        <source>Save it again.</source>
        <translation>Speichern Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Save it as CSV again.</source>
        <translation>Speichern Sie es noch einmal als CSV.</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>Speichern Sie es als UTF-8.</translation>
    </message>
    <message>
        <source>Save it as plain text in UTF-8.</source>
        <translation>Speichern Sie es als reinen Text in UTF-8.</translation>
    </message>
    <message>
        <source>Save it without one.</source>
        <translation>Speichern Sie es ohne.</translation>
    </message>
    <message>
        <source>Save the checkpoint as safetensors; pickled weights are never loaded.</source>
        <translation>Speichern Sie den Checkpoint als safetensors; Gewichte in Pickle-Dateien werden nie geladen.</translation>
    </message>
    <message>
        <source>Save the model as safetensors and import that.</source>
        <translation>Speichern Sie das Modell als safetensors und lesen Sie das ein.</translation>
    </message>
    <message>
        <source>See: attune models list</source>
        <translation>Siehe: attune models list</translation>
    </message>
    <message>
        <source>Select it and copy it by hand.</source>
        <translation>Markieren und kopieren Sie es von Hand.</translation>
    </message>
    <message>
        <source>Set it anew: `attune library retention --forever --keep-all-apps`.</source>
        <translation>Legen Sie es neu fest: `attune library retention --forever --keep-all-apps`.</translation>
    </message>
    <message>
        <source>Several rules begin with {0}.</source>
        <translation>Mehrere Regeln beginnen mit {0}.</translation>
    </message>
    <message>
        <source>Several utterances begin with {0}.</source>
        <translation>Mehrere Äußerungen beginnen mit {0}.</translation>
    </message>
    <message>
        <source>Shift, Ctrl, Alt or Meta is held down.</source>
        <translation>Umschalt, Strg, Alt oder Meta ist gedrückt.</translation>
    </message>
    <message>
        <source>Signals of D-Bus are not handled in time.</source>
        <translation>Signale von D-Bus werden nicht rechtzeitig bearbeitet.</translation>
    </message>
    <message>
        <source>Some of them are reviewed and others are not.</source>
        <translation>Manche davon sind durchgesehen und andere nicht.</translation>
    </message>
    <message>
        <source>Some {0} utterances of other people would settle it.</source>
        <translation>Etwa {0} Äußerungen anderer Menschen würden es klären.</translation>
    </message>
    <message>
        <source>Split the utterance.</source>
        <translation>Teilen Sie die Äußerung.</translation>
    </message>
    <message>
        <source>Start Attune inside a graphical session.</source>
        <translation>Starten Sie Attune in einer grafischen Sitzung.</translation>
    </message>
    <message>
        <source>Start it again: attune</source>
        <translation>Starten Sie es neu: attune</translation>
    </message>
    <message>
        <source>Start it anew.</source>
        <translation>Starten Sie es neu.</translation>
    </message>
    <message>
        <source>Start it from a desktop session.</source>
        <translation>Starten Sie es von einem Desktop aus.</translation>
    </message>
    <message>
        <source>Start it: attune</source>
        <translation>Starten Sie es: attune</translation>
    </message>
    <message>
        <source>Still needed: {0}.</source>
        <translation>Es fehlt noch: {0}.</translation>
    </message>
    <message>
        <source>Stopped; what was done is kept.</source>
        <translation>Angehalten; was geschafft war, bleibt.</translation>
    </message>
    <message>
        <source>That it is worse at {0} can be chance, on so few words: {1}.</source>
        <translation>Dass es bei {0} schlechter ist, kann an so wenigen Wörtern Zufall sein: {1}.</translation>
    </message>
    <message>
        <source>That much can be luck: on other speech of yours it may well be no better.</source>
        <translation>So viel kann Glück sein: Bei anderem, was Sie sagen, mag es nicht besser sein.</translation>
    </message>
    <message>
        <source>The D-Bus daemon has gone.</source>
        <translation>Der D-Bus-Dienst ist weg.</translation>
    </message>
    <message>
        <source>The GPU failed ({0}); a checkpoint is kept.</source>
        <translation>Die GPU hat versagt ({0}); ein Zwischenstand ist gespeichert.</translation>
    </message>
    <message>
        <source>The GPU failed: {0}.</source>
        <translation>Die GPU hat versagt: {0}.</translation>
    </message>
    <message>
        <source>The GPU is not used ({0}) The processor is used instead.</source>
        <translation>Die GPU wird nicht benutzt ({0}) Stattdessen rechnet der Prozessor.</translation>
    </message>
    <message>
        <source>The PortAudio library is missing.</source>
        <translation>Die Bibliothek PortAudio fehlt.</translation>
    </message>
    <message>
        <source>The X server has gone.</source>
        <translation>Der X-Server ist weg.</translation>
    </message>
    <message>
        <source>The audio server does not answer.</source>
        <translation>Der Klangdienst antwortet nicht.</translation>
    </message>
    <message>
        <source>The backup in {0} was written by a newer Attune.</source>
        <translation>Die Sicherung in {0} stammt von einem neueren Attune.</translation>
    </message>
    <message>
        <source>The backup names an impossible recording: {0}.</source>
        <translation>Die Sicherung nennt eine unmögliche Aufnahme: {0}.</translation>
    </message>
    <message>
        <source>The backup's database is damaged.</source>
        <translation>Die Datenbank der Sicherung ist beschädigt.</translation>
    </message>
    <message>
        <source>The backup's database is damaged: {0}.</source>
        <translation>Die Datenbank der Sicherung ist beschädigt: {0}.</translation>
    </message>
    <message>
        <source>The backup's database is missing.</source>
        <translation>Die Datenbank der Sicherung fehlt.</translation>
    </message>
    <message>
        <source>The backup's database is not a library of Attune.</source>
        <translation>Die Datenbank der Sicherung ist keine Bibliothek von Attune.</translation>
    </message>
    <message>
        <source>The base model {0} is no CTranslate2 model.</source>
        <translation>Das Ausgangsmodell {0} ist kein CTranslate2-Modell.</translation>
    </message>
    <message>
        <source>The base {0} is no Hugging Face checkpoint.</source>
        <translation>Das Ausgangsmodell {0} ist kein Checkpoint von Hugging Face.</translation>
    </message>
    <message>
        <source>The check recording {0} is missing.</source>
        <translation>Die Prüfaufnahme {0} fehlt.</translation>
    </message>
    <message>
        <source>The checkpoint holds no tokenizer.json and no vocab.json.</source>
        <translation>Der Checkpoint enthält weder tokenizer.json noch vocab.json.</translation>
    </message>
    <message>
        <source>The connection to {0} failed ({1}).</source>
        <translation>Die Verbindung zu {0} ist gescheitert ({1}).</translation>
    </message>
    <message>
        <source>The conversion failed: {0}.</source>
        <translation>Das Umwandeln ist gescheitert: {0}.</translation>
    </message>
    <message>
        <source>The converted model wrote other text than the trained one ({0} of the tokens agree).</source>
        <translation>Das umgewandelte Modell schrieb anderen Text als das trainierte ({0} der Token stimmen überein).</translation>
    </message>
    <message>
        <source>The corrected text is in the clipboard.</source>
        <translation>Der berichtigte Text ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The correction changes nothing.</source>
        <translation>Die Korrektur ändert nichts.</translation>
    </message>
    <message>
        <source>The correction leaves no text.</source>
        <translation>Die Korrektur lässt keinen Text übrig.</translation>
    </message>
    <message>
        <source>The desktop did not allow it.</source>
        <translation>Der Desktop hat es nicht erlaubt.</translation>
    </message>
    <message>
        <source>The desktop gave it no key. Choose one in its keyboard settings.</source>
        <translation>Der Desktop hat keine Taste dafür gegeben. Wählen Sie eine in seinen Tastatureinstellungen.</translation>
    </message>
    <message>
        <source>The desktop has no RemoteDesktop portal.</source>
        <translation>Der Desktop hat kein RemoteDesktop-Portal.</translation>
    </message>
    <message>
        <source>The desktop's question was not answered.</source>
        <translation>Die Frage des Desktops wurde nicht beantwortet.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Die Festplatte ist voll.</translation>
    </message>
    <message>
        <source>The disk is full. What you say now goes into the last reserve.</source>
        <translation>Die Festplatte ist voll. Was Sie jetzt sagen, kommt in die letzte Reserve.</translation>
    </message>
    <message>
        <source>The disk is read-only.</source>
        <translation>Die Festplatte lässt sich nicht beschreiben.</translation>
    </message>
    <message>
        <source>The disk refused what you said: {0}.</source>
        <translation>Die Festplatte hat nicht angenommen, was Sie gesagt haben: {0}.</translation>
    </message>
    <message>
        <source>The disk returned an error.</source>
        <translation>Die Festplatte meldet einen Fehler.</translation>
    </message>
    <message>
        <source>The download cannot be written: {0}.</source>
        <translation>Was ankommt, lässt sich nicht speichern: {0}.</translation>
    </message>
    <message>
        <source>The download needs {0} MB; {1} MB are free.</source>
        <translation>Herunterzuladen sind {0} MB; frei sind {1} MB.</translation>
    </message>
    <message>
        <source>The download stopped: {0}.</source>
        <translation>Das Herunterladen brach ab: {0}.</translation>
    </message>
    <message>
        <source>The folder may not be written.</source>
        <translation>In den Ordner darf nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The folder {0} cannot be used: {1}.</source>
        <translation>Der Ordner {0} lässt sich nicht benutzen: {1}.</translation>
    </message>
    <message>
        <source>The hub answered with an error ({0}).</source>
        <translation>Der Hub antwortete mit einem Fehler ({0}).</translation>
    </message>
    <message>
        <source>The hub names no commit for {0}.</source>
        <translation>Der Hub nennt keinen Stand von {0}.</translation>
    </message>
    <message>
        <source>The hub refuses {0} ({1}).</source>
        <translation>Der Hub verweigert {0} ({1}).</translation>
    </message>
    <message>
        <source>The keyboard has gone to a password field.</source>
        <translation>Die Tastatur gehört jetzt einem Passwortfeld.</translation>
    </message>
    <message>
        <source>The library cannot be opened: no permission, or the disk is full.</source>
        <translation>Die Bibliothek lässt sich nicht öffnen: keine Berechtigung, oder die Festplatte ist voll.</translation>
    </message>
    <message>
        <source>The library cannot be written.</source>
        <translation>In die Bibliothek lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The library is busy.</source>
        <translation>Die Bibliothek ist gerade belegt.</translation>
    </message>
    <message>
        <source>The library is empty.</source>
        <translation>Die Bibliothek ist leer.</translation>
    </message>
    <message>
        <source>The library is of an older version.</source>
        <translation>Die Bibliothek ist von einer älteren Fassung.</translation>
    </message>
    <message>
        <source>The library was written by a newer Attune (version {0}, this one knows {1}).</source>
        <translation>Die Bibliothek stammt von einem neueren Attune (Fassung {0}, dieses kennt {1}).</translation>
    </message>
    <message>
        <source>The library's database is damaged.</source>
        <translation>Die Datenbank der Bibliothek ist beschädigt.</translation>
    </message>
    <message>
        <source>The library's database is damaged: {0}.</source>
        <translation>Die Datenbank der Bibliothek ist beschädigt: {0}.</translation>
    </message>
    <message>
        <source>The library's database was damaged and has been set aside in {0}.</source>
        <translation>Die Datenbank der Bibliothek war beschädigt und liegt jetzt in {0}.</translation>
    </message>
    <message>
        <source>The manifest in {0} is damaged.</source>
        <translation>Das Verzeichnis in {0} ist beschädigt.</translation>
    </message>
    <message>
        <source>The manifest {0} is missing.</source>
        <translation>Die Liste {0} fehlt.</translation>
    </message>
    <message>
        <source>The memory does not suffice to train this model, even in small pieces.</source>
        <translation>Der Arbeitsspeicher reicht nicht, um dieses Modell zu trainieren, auch nicht in kleinen Stücken.</translation>
    </message>
    <message>
        <source>The memory ran out.</source>
        <translation>Der Arbeitsspeicher war zu Ende.</translation>
    </message>
    <message>
        <source>The microphone "{0}" cannot be opened.</source>
        <translation>Das Mikrofon „{0}“ lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The microphone "{0}" is not connected.</source>
        <translation>Das Mikrofon „{0}“ ist nicht angeschlossen.</translation>
    </message>
    <message>
        <source>The microphone is lost: {0}.</source>
        <translation>Das Mikrofon ist weg: {0}.</translation>
    </message>
    <message>
        <source>The microphone was interrupted.</source>
        <translation>Das Mikrofon wurde unterbrochen.</translation>
    </message>
    <message>
        <source>The model cannot be stored: {0}.</source>
        <translation>Das Modell lässt sich nicht speichern: {0}.</translation>
    </message>
    <message>
        <source>The model failed: {0}.</source>
        <translation>Das Modell hat versagt: {0}.</translation>
    </message>
    <message>
        <source>The model {0} cannot be loaded: {1}.</source>
        <translation>Das Modell {0} lässt sich nicht laden: {1}.</translation>
    </message>
    <message>
        <source>The model {0} did not finish its check in {1} s.</source>
        <translation>Das Modell {0} wurde in {1} s nicht mit seiner Prüfung fertig.</translation>
    </message>
    <message>
        <source>The model {0} does not know the language {1}.</source>
        <translation>Das Modell {0} kennt die Sprache {1} nicht.</translation>
    </message>
    <message>
        <source>The model {0} does not work: it repeats itself or computes no numbers on the check recording.</source>
        <translation>Das Modell {0} geht nicht: An der Prüfaufnahme wiederholt es sich oder rechnet keine Zahlen.</translation>
    </message>
    <message>
        <source>The model {0} does not work: on the check recording it says nothing or repeats itself.</source>
        <translation>Das Modell {0} geht nicht: Zur Prüfaufnahme sagt es nichts oder wiederholt sich.</translation>
    </message>
    <message>
        <source>The model {0} is active.</source>
        <translation>Das Modell {0} ist in Gebrauch.</translation>
    </message>
    <message>
        <source>The model {0} is damaged: it writes other words than it should for the check recording.</source>
        <translation>Das Modell {0} ist beschädigt: Zur Prüfaufnahme schreibt es andere Wörter, als es sollte.</translation>
    </message>
    <message>
        <source>The model {0} is damaged: loading it ended the check with {1}.</source>
        <translation>Das Modell {0} ist beschädigt: Beim Laden endete die Prüfung mit {1}.</translation>
    </message>
    <message>
        <source>The model {0} is installed already.</source>
        <translation>Das Modell {0} ist schon installiert.</translation>
    </message>
    <message>
        <source>The model {0} is not in the trash.</source>
        <translation>Das Modell {0} ist nicht im Papierkorb.</translation>
    </message>
    <message>
        <source>The model {0} is not installed.</source>
        <translation>Das Modell {0} ist nicht installiert.</translation>
    </message>
    <message>
        <source>The model {0} is the one Attune falls back on.</source>
        <translation>Auf das Modell {0} greift Attune zurück, wenn es muss.</translation>
    </message>
    <message>
        <source>The model {0} knows {1}.</source>
        <translation>Das Modell {0} kennt {1}.</translation>
    </message>
    <message>
        <source>The model {0} was installed without the weights that training starts from.</source>
        <translation>Das Modell {0} wurde ohne die Gewichte installiert, von denen ein Training ausgeht.</translation>
    </message>
    <message>
        <source>The new model falls into a loop on {0} where the present one does not.</source>
        <translation>Das neue Modell gerät in eine Schleife ({0}), wo das jetzige es nicht tut.</translation>
    </message>
    <message>
        <source>The new model hears words in noise more often than the present one.</source>
        <translation>Das neue Modell hört öfter Wörter in Geräuschen als das jetzige.</translation>
    </message>
    <message>
        <source>The new model is worse at {0}: {1}.</source>
        <translation>Das neue Modell ist schlechter ({0}): {1}.</translation>
    </message>
    <message>
        <source>The new model puts words of your vocabulary in {0} more where something else was said.</source>
        <translation>Das neue Modell schreibt Wörter Ihres Wortschatzes öfter hin, wo anderes gesagt wurde ({0} mehr).</translation>
    </message>
    <message>
        <source>The new model takes {0} more work for the same speech.</source>
        <translation>Das neue Modell macht für dieselbe Sprache {0} mehr Arbeit.</translation>
    </message>
    <message>
        <source>The new model writes nothing for {0} that the present one writes down.</source>
        <translation>Das neue Modell schreibt nichts ({0}), wo das jetzige etwas schreibt.</translation>
    </message>
    <message>
        <source>The new model writes words for {0} without speech; the present one does not.</source>
        <translation>Das neue Modell schreibt Wörter, wo niemand spricht ({0}); das jetzige nicht.</translation>
    </message>
    <message>
        <source>The other process did not answer in {0} s.</source>
        <translation>Der andere Prozess hat in {0} s nicht geantwortet.</translation>
    </message>
    <message>
        <source>The other process has ended.</source>
        <translation>Der andere Prozess ist zu Ende.</translation>
    </message>
    <message>
        <source>The other process sent a damaged message.</source>
        <translation>Der andere Prozess schickte eine beschädigte Nachricht.</translation>
    </message>
    <message>
        <source>The other process sent a message that is too long.</source>
        <translation>Der andere Prozess schickte eine zu lange Nachricht.</translation>
    </message>
    <message>
        <source>The other process sent something that is no message.</source>
        <translation>Der andere Prozess schickte etwas, das keine Nachricht ist.</translation>
    </message>
    <message>
        <source>The personal model did not learn to bear short audio; it is no faster.</source>
        <translation>Das persönliche Modell hat nicht gelernt, mit kurzen Aufnahmen auszukommen; es ist nicht schneller.</translation>
    </message>
    <message>
        <source>The personal model has other sizes than its base.</source>
        <translation>Das persönliche Modell hat andere Maße als sein Ausgangsmodell.</translation>
    </message>
    <message>
        <source>The personal model's {0} differ from its base's.</source>
        <translation>Beim persönlichen Modell ist {0} anders als beim Ausgangsmodell.</translation>
    </message>
    <message>
        <source>The present model stays.</source>
        <translation>Das jetzige Modell bleibt.</translation>
    </message>
    <message>
        <source>The program did not take the text.</source>
        <translation>Das Programm hat den Text nicht angenommen.</translation>
    </message>
    <message>
        <source>The recipe has no {0}.</source>
        <translation>Das Rezept hat kein {0}.</translation>
    </message>
    <message>
        <source>The recipe leaves no step for the user's own pairs.</source>
        <translation>Das Rezept lässt keinen Schritt für die eigenen Paare.</translation>
    </message>
    <message>
        <source>The recipe names a layer that Whisper has not.</source>
        <translation>Das Rezept nennt eine Schicht, die Whisper nicht hat.</translation>
    </message>
    <message>
        <source>The recipe's layers are {0}.</source>
        <translation>Die Schichten des Rezepts sind {0}.</translation>
    </message>
    <message>
        <source>The recipe's {0} must be above 0.</source>
        <translation>{0} muss im Rezept über 0 sein.</translation>
    </message>
    <message>
        <source>The recipe's {0} should be like {1}.</source>
        <translation>{0} sollte im Rezept wie {1} sein.</translation>
    </message>
    <message>
        <source>The recogniser failed.</source>
        <translation>Die Erkennung hat versagt.</translation>
    </message>
    <message>
        <source>The recogniser gave an answer that makes no sense.</source>
        <translation>Die Erkennung gab eine sinnlose Antwort.</translation>
    </message>
    <message>
        <source>The recogniser is closed.</source>
        <translation>Die Erkennung ist geschlossen.</translation>
    </message>
    <message>
        <source>The recogniser stopped {0} times in a row.</source>
        <translation>Die Erkennung brach {0}-mal hintereinander ab.</translation>
    </message>
    <message>
        <source>The recogniser was asked for something it does not know.</source>
        <translation>Die Erkennung wurde um etwas gebeten, das sie nicht kennt.</translation>
    </message>
    <message>
        <source>The recording cannot be played: {0}.</source>
        <translation>Die Aufnahme lässt sich nicht abspielen: {0}.</translation>
    </message>
    <message>
        <source>The recording is at {0} already; {1} was given.</source>
        <translation>Die Aufnahme ist schon bei {0}; gegeben wurde {1}.</translation>
    </message>
    <message>
        <source>The recording is empty or damaged.</source>
        <translation>Die Aufnahme ist leer oder beschädigt.</translation>
    </message>
    <message>
        <source>The recording is finished.</source>
        <translation>Die Aufnahme ist abgeschlossen.</translation>
    </message>
    <message>
        <source>The recording {0} cannot be read.</source>
        <translation>Die Aufnahme {0} lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The recording {0} cannot be read: {1}.</source>
        <translation>Die Aufnahme {0} lässt sich nicht lesen: {1}.</translation>
    </message>
    <message>
        <source>The report of this training is no longer there.</source>
        <translation>Den Bericht dieses Trainings gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The running Attune does not know this command.</source>
        <translation>Das laufende Attune kennt diesen Befehl nicht.</translation>
    </message>
    <message>
        <source>The running application cannot lend its library on Windows.</source>
        <translation>Unter Windows kann die laufende Anwendung ihre Bibliothek nicht verleihen.</translation>
    </message>
    <message>
        <source>The sentence of {0} is in {1} and is trained on too.</source>
        <translation>Der Satz von {0} ist in {1} und wird auch trainiert.</translation>
    </message>
    <message>
        <source>The setting {0} is not usable: it must be {1}. The default is used.</source>
        <translation>Die Einstellung {0} ist nicht brauchbar: Sie muss {1} sein. Es gilt die Vorgabe.</translation>
    </message>
    <message>
        <source>The settings cannot be read: {0}. The defaults are used.</source>
        <translation>Die Einstellungen lassen sich nicht lesen: {0}. Es gelten die Vorgaben.</translation>
    </message>
    <message>
        <source>The settings cannot be saved: {0}.</source>
        <translation>Die Einstellungen lassen sich nicht speichern: {0}.</translation>
    </message>
    <message>
        <source>The settings file is damaged. It is kept as {0}, and the defaults are used.</source>
        <translation>Die Datei der Einstellungen ist beschädigt. Sie bleibt als {0}, und es gelten die Vorgaben.</translation>
    </message>
    <message>
        <source>The settings file is damaged. The defaults are used.</source>
        <translation>Die Datei der Einstellungen ist beschädigt. Es gelten die Vorgaben.</translation>
    </message>
    <message>
        <source>The sound cannot be played.</source>
        <translation>Der Klang lässt sich nicht abspielen.</translation>
    </message>
    <message>
        <source>The starter model belongs to Attune and stays.</source>
        <translation>Das Startmodell gehört zu Attune und bleibt.</translation>
    </message>
    <message>
        <source>The system ended the training, probably because the memory ran out.</source>
        <translation>Das System hat das Training beendet, wohl weil der Arbeitsspeicher zu Ende war.</translation>
    </message>
    <message>
        <source>The text before the cursor was changed meanwhile.</source>
        <translation>Der Text vor der Schreibmarke wurde inzwischen geändert.</translation>
    </message>
    <message>
        <source>The text has one word only.</source>
        <translation>Der Text hat nur ein Wort.</translation>
    </message>
    <message>
        <source>The text has {0} words: the second part can begin with word 2 to {1}.</source>
        <translation>Der Text hat {0} Wörter: Der zweite Teil kann mit Wort 2 bis {1} beginnen.</translation>
    </message>
    <message>
        <source>The text has {0} words; there are no words {1} to {2}.</source>
        <translation>Der Text hat {0} Wörter; die Wörter {1} bis {2} gibt es nicht.</translation>
    </message>
    <message>
        <source>The text is not in the window that has the keyboard.</source>
        <translation>Der Text ist nicht in dem Fenster, dem die Tastatur gehört.</translation>
    </message>
    <message>
        <source>The text is too long for one recording.</source>
        <translation>Der Text ist zu lang für eine Aufnahme.</translation>
    </message>
    <message>
        <source>The tokenizer does not know {0}.</source>
        <translation>Der Tokenizer kennt {0} nicht.</translation>
    </message>
    <message>
        <source>The tokenizer of {0} lacks special tokens of Whisper's.</source>
        <translation>Dem Tokenizer von {0} fehlen besondere Token von Whisper.</translation>
    </message>
    <message>
        <source>The tokenizer.json of {0} is damaged.</source>
        <translation>tokenizer.json von {0} ist beschädigt.</translation>
    </message>
    <message>
        <source>The trainer has a defect; its log says where.</source>
        <translation>Der Trainer hat einen Fehler; sein Protokoll sagt, wo.</translation>
    </message>
    <message>
        <source>The training ended unexpectedly (exit status {0}). Its log is {1}.</source>
        <translation>Das Training endete unerwartet (Status {0}). Sein Protokoll ist {1}.</translation>
    </message>
    <message>
        <source>The training ended: {0}.</source>
        <translation>Das Training endete: {0}.</translation>
    </message>
    <message>
        <source>The training no longer answered and was ended; what was done is kept.</source>
        <translation>Das Training antwortete nicht mehr und wurde beendet; was geschafft war, bleibt.</translation>
    </message>
    <message>
        <source>The training was ended by signal {0}; what was done is kept.</source>
        <translation>Das Training wurde von Signal {0} beendet; was geschafft war, bleibt.</translation>
    </message>
    <message>
        <source>The utterance has been corrected.</source>
        <translation>Die Äußerung ist korrigiert worden.</translation>
    </message>
    <message>
        <source>The utterance has no correction.</source>
        <translation>Die Äußerung hat keine Korrektur.</translation>
    </message>
    <message>
        <source>The utterance has {0} alternatives; there is no number {1}.</source>
        <translation>Die Äußerung hat {0} andere Lesarten; eine Nummer {1} gibt es nicht.</translation>
    </message>
    <message>
        <source>The utterance is {0} data already.</source>
        <translation>Die Äußerung gehört schon zu den Daten ({0}).</translation>
    </message>
    <message>
        <source>The utterance was not joined or split, or that is too long ago to be undone.</source>
        <translation>Die Äußerung wurde nicht verbunden oder geteilt, oder das ist zu lange her, um es zurückzunehmen.</translation>
    </message>
    <message>
        <source>The vocabulary came out with {0} tokens instead of {1}.</source>
        <translation>Das Vokabular hat {0} Token statt {1}.</translation>
    </message>
    <message>
        <source>The vocabulary is not the tokenizer's.</source>
        <translation>Das Vokabular ist nicht das des Tokenizers.</translation>
    </message>
    <message>
        <source>The voice detector is missing.</source>
        <translation>Die Erkennung von Sprache und Stille (VAD) fehlt.</translation>
    </message>
    <message>
        <source>The voice detector {0} cannot be loaded.</source>
        <translation>Die Erkennung von Sprache und Stille ({0}) lässt sich nicht laden.</translation>
    </message>
    <message>
        <source>The weights need {0} mel bins, the config says otherwise.</source>
        <translation>Die Gewichte brauchen {0} Mel-Bänder, config.json sagt etwas anderes.</translation>
    </message>
    <message>
        <source>The window needs the library libxcb-cursor, which is not installed.</source>
        <translation>Das Fenster braucht die Bibliothek libxcb-cursor; sie ist nicht installiert.</translation>
    </message>
    <message>
        <source>There are Ctrl, Alt, Shift and Meta.</source>
        <translation>Es gibt Strg (Ctrl), Alt, Umschalt (Shift) und Meta.</translation>
    </message>
    <message>
        <source>There are no sentences to read in {0}.</source>
        <translation>Es gibt keine Sätze zum Vorlesen auf {0}.</translation>
    </message>
    <message>
        <source>There are {0} recordings and {1} sentences, and {2} names no line.</source>
        <translation>Es sind {0} Aufnahmen und {1} Sätze, und {2} nennt keine Zeile.</translation>
    </message>
    <message>
        <source>There is no earlier model to go back to.</source>
        <translation>Es gibt kein früheres Modell, zu dem es zurückginge.</translation>
    </message>
    <message>
        <source>There is no folder {0}.</source>
        <translation>Es gibt keinen Ordner {0}.</translation>
    </message>
    <message>
        <source>There is no key {0} in {1}.</source>
        <translation>Eine Taste {0} wie in {1} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no library to back up.</source>
        <translation>Es gibt keine Bibliothek zu sichern.</translation>
    </message>
    <message>
        <source>There is no model {0} in the catalogue.</source>
        <translation>Im Katalog gibt es kein Modell {0}.</translation>
    </message>
    <message>
        <source>There is no model {0} on the hub, or it is private.</source>
        <translation>Auf dem Hub gibt es kein Modell {0}, oder es ist nicht öffentlich.</translation>
    </message>
    <message>
        <source>There is no rule {0}.</source>
        <translation>Es gibt keine Regel {0}.</translation>
    </message>
    <message>
        <source>There is no term {0}.</source>
        <translation>Es gibt keinen Begriff {0}.</translation>
    </message>
    <message>
        <source>There is no utterance {0}.</source>
        <translation>Es gibt keine Äußerung {0}.</translation>
    </message>
    <message>
        <source>There is not enough memory for the model.</source>
        <translation>Der Arbeitsspeicher reicht für das Modell nicht.</translation>
    </message>
    <message>
        <source>There is not enough to learn from yet.</source>
        <translation>Es gibt noch nicht genug, woraus gelernt werden könnte.</translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation>Es gibt noch nichts auszugeben.</translation>
    </message>
    <message>
        <source>They are in different splits: some train and others test.</source>
        <translation>Manche sind zum Trainieren und andere zum Prüfen.</translation>
    </message>
    <message>
        <source>They differ in language, or only some have a recording.</source>
        <translation>Sie sind in verschiedenen Sprachen, oder nur manche haben eine Aufnahme.</translation>
    </message>
    <message>
        <source>This desktop lets no program have a global key. Bind a key to 'attune toggle' in its settings; for push-to-talk bind its press to 'attune start' and its release to 'attune stop'.</source>
        <translation>Dieser Desktop gibt keinem Programm eine Taste, die überall wirkt. Binden Sie in seinen Einstellungen eine Taste an „attune toggle“; zum Sprechen beim Halten ihr Drücken an „attune start“ und ihr Loslassen an „attune stop“.</translation>
    </message>
    <message>
        <source>This is a password field. Nothing was inserted, and nothing is kept.</source>
        <translation>Das ist ein Passwortfeld. Nichts wurde eingefügt, und nichts wird aufgehoben.</translation>
    </message>
    <message>
        <source>This keyboard has no key for {0}.</source>
        <translation>Diese Tastatur hat keine Taste für {0}.</translation>
    </message>
    <message>
        <source>This keyboard has no modifier for {0}.</source>
        <translation>Diese Tastatur hat keine Umschalttaste für {0}.</translation>
    </message>
    <message>
        <source>This model has not been proven better than its base.</source>
        <translation>Dieses Modell ist nicht als besser nachgewiesen als sein Ausgangsmodell.</translation>
    </message>
    <message>
        <source>This recording is no longer kept.</source>
        <translation>Diese Aufnahme ist nicht mehr aufgehoben.</translation>
    </message>
    <message>
        <source>This training runs already, in another Attune.</source>
        <translation>Dieses Training läuft schon, in einem anderen Attune.</translation>
    </message>
    <message>
        <source>Together they are {0} s long; a recogniser hears {1} s at once.</source>
        <translation>Zusammen sind sie {0} s lang; die Erkennung hört {1} s auf einmal.</translation>
    </message>
    <message>
        <source>Train again to get another report.</source>
        <translation>Trainieren Sie noch einmal, um einen neuen Bericht zu bekommen.</translation>
    </message>
    <message>
        <source>Training needs about {0} GB of disk space, {1} are free.</source>
        <translation>Das Training braucht etwa {0} GB auf der Festplatte, frei sind {1}.</translation>
    </message>
    <message>
        <source>Training this model needs about {0} GB of memory; there are {1}.</source>
        <translation>Dieses Modell zu trainieren, braucht etwa {0} GB Arbeitsspeicher; da sind {1}.</translation>
    </message>
    <message>
        <source>Transcribing {0} ended unexpectedly.</source>
        <translation>Das Abschreiben von {0} endete unerwartet.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Try again when the other program has finished.</source>
        <translation>Versuchen Sie es noch einmal, wenn das andere Programm fertig ist.</translation>
    </message>
    <message>
        <source>Try again, and allow it when asked.</source>
        <translation>Versuchen Sie es noch einmal, und erlauben Sie es, wenn Sie gefragt werden.</translation>
    </message>
    <message>
        <source>Try again, or choose the processor.</source>
        <translation>Versuchen Sie es noch einmal, oder wählen Sie den Prozessor.</translation>
    </message>
    <message>
        <source>Try again, or start it anew.</source>
        <translation>Versuchen Sie es noch einmal, oder starten Sie es neu.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Type it instead.</source>
        <translation>Tippen Sie es stattdessen.</translation>
    </message>
    <message>
        <source>Undo first: `attune correct ID --undo`.</source>
        <translation>Nehmen Sie das zuerst zurück: `attune correct ID --undo`.</translation>
    </message>
    <message>
        <source>Undo it by hand.</source>
        <translation>Nehmen Sie es von Hand zurück.</translation>
    </message>
    <message>
        <source>Undo the correction first: `attune correct ID --undo`.</source>
        <translation>Nehmen Sie zuerst die Korrektur zurück: `attune correct ID --undo`.</translation>
    </message>
    <message>
        <source>Update Attune.</source>
        <translation>Erneuern Sie Attune.</translation>
    </message>
    <message>
        <source>Use `attune library delete` to remove an utterance.</source>
        <translation>Mit `attune library delete` wird eine Äußerung gelöscht.</translation>
    </message>
    <message>
        <source>Use `attune library mark ID --accepted` to accept it.</source>
        <translation>Mit `attune library mark ID --accepted` wird sie bestätigt.</translation>
    </message>
    <message>
        <source>Use a Python with {0} or newer.</source>
        <translation>Benutzen Sie ein Python mit {0} oder neuer.</translation>
    </message>
    <message>
        <source>Use all or decoder.</source>
        <translation>Nehmen Sie all oder decoder.</translation>
    </message>
    <message>
        <source>Use another backup.</source>
        <translation>Nehmen Sie eine andere Sicherung.</translation>
    </message>
    <message>
        <source>Use another backup; nothing has been changed.</source>
        <translation>Nehmen Sie eine andere Sicherung; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Use letters, digits, dots and dashes.</source>
        <translation>Nehmen Sie Buchstaben, Ziffern, Punkte und Bindestriche.</translation>
    </message>
    <message>
        <source>Use lines of up to {0}.</source>
        <translation>Nehmen Sie Zeilen von höchstens {0}.</translation>
    </message>
    <message>
        <source>Use names relative to the manifest.</source>
        <translation>Nehmen Sie Namen, die von der Liste ausgehen.</translation>
    </message>
    <message>
        <source>Use one of {0}.</source>
        <translation>Nehmen Sie eines von {0}.</translation>
    </message>
    <message>
        <source>Use one of: {0}.</source>
        <translation>Nehmen Sie eines von diesen: {0}.</translation>
    </message>
    <message>
        <source>Use some of {0}.</source>
        <translation>Nehmen Sie einige von {0}.</translation>
    </message>
    <message>
        <source>Use the device cpu, or check the GPU's driver.</source>
        <translation>Nehmen Sie das Gerät cpu, oder prüfen Sie den Treiber der GPU.</translation>
    </message>
    <message>
        <source>Verify it with: attune models verify</source>
        <translation>Prüfen Sie es: attune models verify</translation>
    </message>
    <message>
        <source>Wait for it, or stop it there.</source>
        <translation>Warten Sie darauf, oder halten Sie es dort an.</translation>
    </message>
    <message>
        <source>Wait for it, then try again.</source>
        <translation>Warten Sie darauf, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Wait for it.</source>
        <translation>Warten Sie darauf.</translation>
    </message>
    <message>
        <source>Wait until it has finished.</source>
        <translation>Warten Sie, bis er fertig ist.</translation>
    </message>
    <message>
        <source>Wayland ({0})</source>
        <translation>Wayland ({0})</translation>
    </message>
    <message>
        <source>What has arrived is kept: run the same command again to go on.</source>
        <translation>Was angekommen ist, bleibt: Noch einmal begonnen, geht es dort weiter.</translation>
    </message>
    <message>
        <source>What was read is not known.</source>
        <translation>Was vorgelesen wurde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>What was said before this machine slept was not inserted.</source>
        <translation>Was vor dem Ruhezustand gesagt wurde, ist nicht eingefügt.</translation>
    </message>
    <message>
        <source>What you say cannot be saved to {0}: {1}.</source>
        <translation>Was Sie sagen, lässt sich nicht in {0} speichern: {1}.</translation>
    </message>
    <message>
        <source>Windows allows Attune no global keys.</source>
        <translation>Windows erlaubt Attune keine Tasten, die überall wirken.</translation>
    </message>
    <message>
        <source>Words of your vocabulary: {0}, and no more of them where they were not said.</source>
        <translation>Wörter Ihres Wortschatzes: {0}, und nicht mehr davon, wo sie nicht gesagt wurden.</translation>
    </message>
    <message>
        <source>Write it like "Ctrl+Space", "F9" or "Right Ctrl".</source>
        <translation>Schreiben Sie es wie „Ctrl+Space“, „F9“ oder „Right Ctrl“.</translation>
    </message>
    <message>
        <source>Write it like 2026-01-31T09:30:00Z.</source>
        <translation>Schreiben Sie es wie 2026-01-31T09:30:00Z.</translation>
    </message>
    <message>
        <source>Write one JSON object a line.</source>
        <translation>Schreiben Sie ein JSON-Objekt je Zeile.</translation>
    </message>
    <message>
        <source>Your disk quota is used up.</source>
        <translation>Ihr Anteil an der Festplatte ist aufgebraucht.</translation>
    </message>
    <message>
        <source>`attune correct ID --undo` takes a correction back.</source>
        <translation>`attune correct ID --undo` nimmt eine Korrektur zurück.</translation>
    </message>
    <message>
        <source>`attune library alternatives ID` shows them.</source>
        <translation>`attune library alternatives ID` zeigt sie.</translation>
    </message>
    <message>
        <source>`attune library list` shows what there is.</source>
        <translation>`attune library list` zeigt, was da ist.</translation>
    </message>
    <message>
        <source>`attune library show ID` numbers them.</source>
        <translation>`attune library show ID` nummeriert sie.</translation>
    </message>
    <message>
        <source>`attune vocabulary list` shows what there is.</source>
        <translation>`attune vocabulary list` zeigt, was da ist.</translation>
    </message>
    <message>
        <source>`attune vocabulary rules` shows them.</source>
        <translation>`attune vocabulary rules` zeigt sie.</translation>
    </message>
    <message>
        <source>a list of at most {0} snippets</source>
        <translation>eine Liste von höchstens {0} eigenen Texten</translation>
    </message>
    <message>
        <source>a list of profiles</source>
        <translation>eine Liste von Profilen</translation>
    </message>
    <message>
        <source>a list of profiles with texts of at most {0} characters</source>
        <translation>eine Liste von Profilen mit Texten von höchstens {0} Zeichen</translation>
    </message>
    <message>
        <source>a list of profiles, each with an app</source>
        <translation>eine Liste von Profilen, jedes mit einem Programm</translation>
    </message>
    <message>
        <source>a list of profiles, inserting by one of {0}</source>
        <translation>eine Liste von Profilen, die auf eine dieser Arten einfügen: {0}</translation>
    </message>
    <message>
        <source>a list of profiles; {0} of one is not usable</source>
        <translation>eine Liste von Profilen; {0} ist bei einem nicht brauchbar</translation>
    </message>
    <message>
        <source>a list of snippets, each with spoken and text</source>
        <translation>eine Liste eigener Texte, jeder mit den Worten und dem Text</translation>
    </message>
    <message>
        <source>a list of snippets; a phrase without words is not usable</source>
        <translation>eine Liste eigener Texte; einer ohne Worte ist nicht brauchbar</translation>
    </message>
    <message>
        <source>a text of at most {0} characters</source>
        <translation>ein Text von höchstens {0} Zeichen</translation>
    </message>
    <message>
        <source>a whole number from {0} to {1}</source>
        <translation>eine ganze Zahl von {0} bis {1}</translation>
    </message>
    <message>
        <source>another program keeps the clipboard open</source>
        <translation>ein anderes Programm hält die Zwischenablage fest</translation>
    </message>
    <message>
        <source>another window has the keyboard</source>
        <translation>die Tastatur gehört einem anderen Fenster</translation>
    </message>
    <message>
        <source>as v3, trained on more speech</source>
        <translation>wie v3, mit mehr Sprache trainiert</translation>
    </message>
    <message>
        <source>capital letters</source>
        <translation>Großschreibung</translation>
    </message>
    <message>
        <source>card.json: golden.audio should be {0}.</source>
        <translation>card.json: golden.audio sollte {0} sein.</translation>
    </message>
    <message>
        <source>chmod 700 '{0}'</source>
        <translation>chmod 700 '{0}'</translation>
    </message>
    <message>
        <source>chmod 700 '{0}', or: {1}</source>
        <translation>chmod 700 '{0}', oder: {1}</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>klar</translation>
    </message>
    <message>
        <source>clean, noise {0} dB</source>
        <translation>klar, Rauschen {0} dB</translation>
    </message>
    <message>
        <source>config.json gives {0} the number {1}, which is another token.</source>
        <translation>config.json gibt {0} die Nummer {1}, die ein anderes Token hat.</translation>
    </message>
    <message>
        <source>config.json is not an object.</source>
        <translation>config.json ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>config.json lists no languages (lang_ids), so none could be detected.</source>
        <translation>config.json nennt keine Sprachen (lang_ids); keine könnte erkannt werden.</translation>
    </message>
    <message>
        <source>config.json names an alignment head that is not there: {0}.</source>
        <translation>config.json nennt einen Alignment-Head, den es nicht gibt: {0}.</translation>
    </message>
    <message>
        <source>config.json names no alignment heads, so words would have no times.</source>
        <translation>config.json nennt keine Alignment-Heads; Wörter hätten keine Zeiten.</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>im Zweifel</translation>
    </message>
    <message>
        <source>is not installed</source>
        <translation>ist nicht installiert</translation>
    </message>
    <message>
        <source>it has characters that no key gives</source>
        <translation>er hat Zeichen, die keine Taste gibt</translation>
    </message>
    <message>
        <source>it may lose {0} at most</source>
        <translation>verlieren darf es höchstens {0}</translation>
    </message>
    <message>
        <source>looking for microphones failed: {0}</source>
        <translation>die Suche nach Mikrofonen ist gescheitert: {0}</translation>
    </message>
    <message>
        <source>loops and blanks</source>
        <translation>Schleifen und Lücken</translation>
    </message>
    <message>
        <source>macOS lets Attune press no keys (Privacy &amp; Security, Accessibility)</source>
        <translation>macOS lässt Attune keine Tasten drücken (Datenschutz &amp; Sicherheit, Bedienungshilfen)</translation>
    </message>
    <message>
        <source>model.bin holds no Whisper encoder.</source>
        <translation>model.bin enthält keinen Whisper-Encoder.</translation>
    </message>
    <message>
        <source>multilingual</source>
        <translation>mehrsprachig</translation>
    </message>
    <message>
        <source>needs {0} GB</source>
        <translation>braucht {0} GB</translation>
    </message>
    <message>
        <source>no NVIDIA GPU; the processor is used</source>
        <translation>keine NVIDIA-GPU; der Prozessor rechnet</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>kein Grund genannt</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>keines gefunden</translation>
    </message>
    <message>
        <source>none, so Attune runs in the terminal</source>
        <translation>keine, also läuft Attune im Terminal</translation>
    </message>
    <message>
        <source>not proven</source>
        <translation>nicht nachgewiesen</translation>
    </message>
    <message>
        <source>not what stands there (only {0} of the words were found)</source>
        <translation>nicht, was dasteht (nur {0} der Wörter sind zu finden)</translation>
    </message>
    <message>
        <source>one of {0}</source>
        <translation>eines von {0}</translation>
    </message>
    <message>
        <source>only {0} of your utterances are set aside for testing</source>
        <translation>nur {0} Ihrer Äußerungen sind zum Prüfen zurückgelegt</translation>
    </message>
    <message>
        <source>other voices</source>
        <translation>andere Stimmen</translation>
    </message>
    <message>
        <source>overdriven ({0} of the samples are clipped)</source>
        <translation>übersteuert ({0} der Werte sind abgeschnitten)</translation>
    </message>
    <message>
        <source>pasting is not possible on macOS yet</source>
        <translation>Einfügen geht unter macOS noch nicht</translation>
    </message>
    <message>
        <source>phrases of at most {0} and texts of at most {1} characters</source>
        <translation>Worte von höchstens {0} und Texte von höchstens {1} Zeichen</translation>
    </message>
    <message>
        <source>preprocessor_config.json says {0} mel bins, the weights need {1}.</source>
        <translation>preprocessor_config.json sagt {0} Mel-Bänder, die Gewichte brauchen {1}.</translation>
    </message>
    <message>
        <source>punctuation and capitals</source>
        <translation>Satzzeichen und Großschreibung</translation>
    </message>
    <message>
        <source>punctuation marks</source>
        <translation>Satzzeichen</translation>
    </message>
    <message>
        <source>smaller decoder than large v3</source>
        <translation>kleinerer Decoder als large v3</translation>
    </message>
    <message>
        <source>smaller decoder than medium.en</source>
        <translation>kleinerer Decoder als medium.en</translation>
    </message>
    <message>
        <source>smaller decoder than small.en</source>
        <translation>kleinerer Decoder als small.en</translation>
    </message>
    <message>
        <source>the X server lets no program press keys</source>
        <translation>der X-Server lässt kein Programm Tasten drücken</translation>
    </message>
    <message>
        <source>the clipboard does not answer</source>
        <translation>die Zwischenablage antwortet nicht</translation>
    </message>
    <message>
        <source>the compositor closed the connection</source>
        <translation>der Compositor hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>the compositor has no clipboard</source>
        <translation>der Compositor hat keine Zwischenablage</translation>
    </message>
    <message>
        <source>the compositor lets no program press keys</source>
        <translation>der Compositor lässt kein Programm Tasten drücken</translation>
    </message>
    <message>
        <source>the desktop ended the permission to press keys</source>
        <translation>der Desktop hat die Erlaubnis, Tasten zu drücken, beendet</translation>
    </message>
    <message>
        <source>the desktop's own</source>
        <translation>die des Desktops</translation>
    </message>
    <message>
        <source>the keyboard lacks a key that is needed</source>
        <translation>der Tastatur fehlt eine Taste, die es braucht</translation>
    </message>
    <message>
        <source>the sound server does not answer</source>
        <translation>der Klangdienst antwortet nicht</translation>
    </message>
    <message>
        <source>the starter model, which knows synthetic voices only</source>
        <translation>das Startmodell, das nur künstliche Stimmen kennt</translation>
    </message>
    <message>
        <source>this program takes no text from others</source>
        <translation>dieses Programm nimmt keinen Text von anderen</translation>
    </message>
    <message>
        <source>tokenizer.json does not know {0}.</source>
        <translation>tokenizer.json kennt {0} nicht.</translation>
    </message>
    <message>
        <source>tokenizer.json is damaged.</source>
        <translation>tokenizer.json ist beschädigt.</translation>
    </message>
    <message>
        <source>too big</source>
        <translation>zu groß</translation>
    </message>
    <message>
        <source>too long for the text ({0} s)</source>
        <translation>zu lang für den Text ({0} s)</translation>
    </message>
    <message>
        <source>too noisy (speech is {0} dB over the noise)</source>
        <translation>zu viel Rauschen (die Sprache liegt {0} dB darüber)</translation>
    </message>
    <message>
        <source>too quiet ({0} dB)</source>
        <translation>zu leise ({0} dB)</translation>
    </message>
    <message>
        <source>too short for the text ({0} s)</source>
        <translation>zu kurz für den Text ({0} s)</translation>
    </message>
    <message>
        <source>torch finds no {0} device here.</source>
        <translation>torch findet hier kein Gerät {0}.</translation>
    </message>
    <message>
        <source>trained from scratch by Attune</source>
        <translation>von Attune von Grund auf trainiert</translation>
    </message>
    <message>
        <source>trained to bear short audio: many times faster live</source>
        <translation>auf kurze Aufnahmen trainiert: beim Diktieren um ein Vielfaches schneller</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch (true oder false)</translation>
    </message>
    <message>
        <source>typing it would press Enter or Tab</source>
        <translation>ihn zu tippen, drückte Eingabe oder Tab</translation>
    </message>
    <message>
        <source>vocabulary.json is not a list of tokens.</source>
        <translation>vocabulary.json ist keine Liste von Token.</translation>
    </message>
    <message>
        <source>what is in the clipboard could not be given back</source>
        <translation>was in der Zwischenablage war, ließ sich nicht zurückgeben</translation>
    </message>
    <message>
        <source>what is in the clipboard could not be saved</source>
        <translation>was in der Zwischenablage ist, ließ sich nicht merken</translation>
    </message>
    <message>
        <source>wl-clipboard is not installed</source>
        <translation>wl-clipboard ist nicht installiert</translation>
    </message>
    <message>
        <source>your speech</source>
        <translation>Ihre Sprache</translation>
    </message>
    <message>
        <source>your words</source>
        <translation>Ihre Wörter</translation>
    </message>
    <message>
        <source>{0} GiB free</source>
        <translation>{0} GiB frei</translation>
    </message>
    <message>
        <source>{0} NVIDIA GPUs, {1}</source>
        <translation>{0} NVIDIA-GPUs, {1}</translation>
    </message>
    <message>
        <source>{0} arrived damaged: it is not what the hub announced. It was thrown away.</source>
        <translation>{0} kam beschädigt an: Es ist nicht, was der Hub angekündigt hat. Es wurde weggeworfen.</translation>
    </message>
    <message>
        <source>{0} asks for permission on the hub.</source>
        <translation>{0} verlangt auf dem Hub eine Zustimmung.</translation>
    </message>
    <message>
        <source>{0} belongs to another user</source>
        <translation>{0} gehört einem anderen Benutzer</translation>
    </message>
    <message>
        <source>{0} belongs to another user.</source>
        <translation>{0} gehört einem anderen Benutzer.</translation>
    </message>
    <message>
        <source>{0} cannot be changed: {1}.</source>
        <translation>{0} lässt sich nicht ändern: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be loaded: {1}.</source>
        <translation>{0} lässt sich nicht laden: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be made</source>
        <translation>{0} lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>{0} cannot be read.</source>
        <translation>{0} lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>{0} cannot be read: it says what may be kept.</source>
        <translation>{0} lässt sich nicht lesen: Dort steht, was aufgehoben werden darf.</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}.</source>
        <translation>{0} lässt sich nicht lesen: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be removed: {1}.</source>
        <translation>{0} lässt sich nicht entfernen: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be the id of a model.</source>
        <translation>{0} kann nicht die Kennung eines Modells sein.</translation>
    </message>
    <message>
        <source>{0} cannot be written</source>
        <translation>{0} lässt sich nicht beschreiben</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}.</source>
        <translation>{0} lässt sich nicht schreiben: {1}.</translation>
    </message>
    <message>
        <source>{0} days are impossible.</source>
        <translation>{0} Tage sind unmöglich.</translation>
    </message>
    <message>
        <source>{0} does not exist.</source>
        <translation>{0} gibt es nicht.</translation>
    </message>
    <message>
        <source>{0} does not say which form it is to have.</source>
        <translation>{0} sagt nicht, welche Form es haben soll.</translation>
    </message>
    <message>
        <source>{0} exists already.</source>
        <translation>{0} gibt es schon.</translation>
    </message>
    <message>
        <source>{0} has a line of {1} characters.</source>
        <translation>{0} hat eine Zeile von {1} Zeichen.</translation>
    </message>
    <message>
        <source>{0} has another number in the vocabulary than in the tokenizer.</source>
        <translation>{0} hat im Vokabular eine andere Nummer als im Tokenizer.</translation>
    </message>
    <message>
        <source>{0} has no metadata.jsonl, metadata.csv or other table.</source>
        <translation>{0} hat keine metadata.jsonl, metadata.csv oder andere Tabelle.</translation>
    </message>
    <message>
        <source>{0} has no model.bin</source>
        <translation>{0} hat keine model.bin</translation>
    </message>
    <message>
        <source>{0} has no such revision.</source>
        <translation>{0} hat keine solche Revision.</translation>
    </message>
    <message>
        <source>{0} has no usable tokenizer.json.</source>
        <translation>{0} hat keine brauchbare tokenizer.json.</translation>
    </message>
    <message>
        <source>{0} has several tables.</source>
        <translation>{0} hat mehrere Tabellen.</translation>
    </message>
    <message>
        <source>{0} has version {1}, this Attune reads {2}.</source>
        <translation>{0} hat die Fassung {1}, dieses Attune liest {2}.</translation>
    </message>
    <message>
        <source>{0} holds a {1} model.</source>
        <translation>{0} enthält ein Modell der Art {1}.</translation>
    </message>
    <message>
        <source>{0} holds no complete backup.</source>
        <translation>{0} enthält keine vollständige Sicherung.</translation>
    </message>
    <message>
        <source>{0} holds no config.json.</source>
        <translation>{0} enthält keine config.json.</translation>
    </message>
    <message>
        <source>{0} holds no model.</source>
        <translation>{0} enthält kein Modell.</translation>
    </message>
    <message>
        <source>{0} holds no recordings.</source>
        <translation>{0} enthält keine Aufnahmen.</translation>
    </message>
    <message>
        <source>{0} holds no safetensors weights and no CTranslate2 model.</source>
        <translation>{0} enthält keine Gewichte als safetensors und kein CTranslate2-Modell.</translation>
    </message>
    <message>
        <source>{0} holds no safetensors weights.</source>
        <translation>{0} enthält keine Gewichte als safetensors.</translation>
    </message>
    <message>
        <source>{0} holds no sound.</source>
        <translation>{0} enthält keinen Ton.</translation>
    </message>
    <message>
        <source>{0} holds no text, only pictures.</source>
        <translation>{0} enthält keinen Text, nur Bilder.</translation>
    </message>
    <message>
        <source>{0} holds no text.</source>
        <translation>{0} enthält keinen Text.</translation>
    </message>
    <message>
        <source>{0} holds no vocabulary.json.</source>
        <translation>{0} enthält keine vocabulary.json.</translation>
    </message>
    <message>
        <source>{0} holds no {1}.</source>
        <translation>{0} enthält kein {1}.</translation>
    </message>
    <message>
        <source>{0} holds pickled weights, which can run programs when they are loaded.</source>
        <translation>{0} enthält Gewichte in Pickle-Dateien, die beim Laden Programme ausführen können.</translation>
    </message>
    <message>
        <source>{0} holds something other than a backup.</source>
        <translation>{0} enthält etwas anderes als eine Sicherung.</translation>
    </message>
    <message>
        <source>{0} in {1} is no modifier.</source>
        <translation>{0} in {1} ist keine Umschalttaste.</translation>
    </message>
    <message>
        <source>{0} is a folder.</source>
        <translation>{0} ist ein Ordner.</translation>
    </message>
    <message>
        <source>{0} is a {1}, not a Whisper model.</source>
        <translation>{0} ist ein {1}, kein Whisper-Modell.</translation>
    </message>
    <message>
        <source>{0} is being downloaded already.</source>
        <translation>{0} wird schon heruntergeladen.</translation>
    </message>
    <message>
        <source>{0} is damaged or empty: no sound can be decoded.</source>
        <translation>{0} ist beschädigt oder leer: Es lässt sich kein Ton entnehmen.</translation>
    </message>
    <message>
        <source>{0} is damaged or no CTranslate2 model.</source>
        <translation>{0} ist beschädigt oder kein CTranslate2-Modell.</translation>
    </message>
    <message>
        <source>{0} is damaged.</source>
        <translation>{0} ist beschädigt.</translation>
    </message>
    <message>
        <source>{0} is empty.</source>
        <translation>{0} ist leer.</translation>
    </message>
    <message>
        <source>{0} is in {1} and is trained on too.</source>
        <translation>{0} ist in {1} und wird auch trainiert.</translation>
    </message>
    <message>
        <source>{0} is locked by a password.</source>
        <translation>{0} ist durch ein Passwort geschützt.</translation>
    </message>
    <message>
        <source>{0} is longer than {1} minutes.</source>
        <translation>{0} ist länger als {1} Minuten.</translation>
    </message>
    <message>
        <source>{0} is missing or damaged.</source>
        <translation>{0} fehlt oder ist beschädigt.</translation>
    </message>
    <message>
        <source>{0} is needed for typing.</source>
        <translation>{0} wird zum Tippen gebraucht.</translation>
    </message>
    <message>
        <source>{0} is no PDF that can be read, or damaged.</source>
        <translation>{0} ist kein lesbares PDF oder beschädigt.</translation>
    </message>
    <message>
        <source>{0} is no Whisper checkpoint.</source>
        <translation>{0} ist kein Whisper-Checkpoint.</translation>
    </message>
    <message>
        <source>{0} is no Word document, or damaged.</source>
        <translation>{0} ist kein Word-Dokument oder beschädigt.</translation>
    </message>
    <message>
        <source>{0} is no exported vocabulary.</source>
        <translation>{0} ist kein ausgegebener Wortschatz.</translation>
    </message>
    <message>
        <source>{0} is no name of a hub repository.</source>
        <translation>{0} ist kein Name auf dem Hub.</translation>
    </message>
    <message>
        <source>{0} is no term.</source>
        <translation>{0} ist kein Begriff.</translation>
    </message>
    <message>
        <source>{0} is not UTF-8 text.</source>
        <translation>{0} ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>{0} is not a 16 kHz mono recording.</source>
        <translation>{0} ist keine Aufnahme mit 16 kHz in Mono.</translation>
    </message>
    <message>
        <source>{0} is not a FLAC file.</source>
        <translation>{0} ist keine FLAC-Datei.</translation>
    </message>
    <message>
        <source>{0} is not a JSON object.</source>
        <translation>{0} ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>{0} is not a date and time.</source>
        <translation>{0} ist keine Zeitangabe.</translation>
    </message>
    <message>
        <source>{0} is not a document that can be read.</source>
        <translation>{0} ist kein lesbares Dokument.</translation>
    </message>
    <message>
        <source>{0} is not a folder</source>
        <translation>{0} ist kein Ordner</translation>
    </message>
    <message>
        <source>{0} is not a folder.</source>
        <translation>{0} ist kein Ordner.</translation>
    </message>
    <message>
        <source>{0} is not a recording that can be read, or is damaged.</source>
        <translation>{0} ist keine lesbare Aufnahme oder beschädigt.</translation>
    </message>
    <message>
        <source>{0} is not a regular file.</source>
        <translation>{0} ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>{0} is not a text in UTF-8.</source>
        <translation>{0} ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>{0} is not empty.</source>
        <translation>{0} ist nicht leer.</translation>
    </message>
    <message>
        <source>{0} is not installed</source>
        <translation>{0} ist nicht installiert</translation>
    </message>
    <message>
        <source>{0} is not there.</source>
        <translation>{0} ist nicht da.</translation>
    </message>
    <message>
        <source>{0} is open to other users</source>
        <translation>{0} steht anderen Benutzern offen</translation>
    </message>
    <message>
        <source>{0} is too large.</source>
        <translation>{0} ist zu groß.</translation>
    </message>
    <message>
        <source>{0} names a manifest nobody reads: {1}.</source>
        <translation>{0} nennt eine Liste, die niemand liest: {1}.</translation>
    </message>
    <message>
        <source>{0} names no recordings.</source>
        <translation>{0} nennt keine Aufnahmen.</translation>
    </message>
    <message>
        <source>{0} of the GPU's {1} GB</source>
        <translation>{0} von {1} GB der GPU</translation>
    </message>
    <message>
        <source>{0} of the words wrong before, {1} now</source>
        <translation>zuvor {0} der Wörter falsch, jetzt {1}</translation>
    </message>
    <message>
        <source>{0} of {1} GiB free</source>
        <translation>{0} von {1} GiB frei</translation>
    </message>
    <message>
        <source>{0} of {1} right before, {2} now</source>
        <translation>zuvor {0} von {1} richtig, jetzt {2}</translation>
    </message>
    <message>
        <source>{0} places</source>
        <translation>{0} Stellen</translation>
    </message>
    <message>
        <source>{0} point</source>
        <translation>{0} Punkt</translation>
    </message>
    <message>
        <source>{0} points</source>
        <translation>{0} Punkte</translation>
    </message>
    <message>
        <source>{0} right (F1) before, {1} now</source>
        <translation>zuvor {0} richtig (F1), jetzt {1}</translation>
    </message>
    <message>
        <source>{0} sounds</source>
        <translation>{0} Geräusche</translation>
    </message>
    <message>
        <source>{0} texts do not fit their recordings and will not train.</source>
        <translation>{0} Texte passen nicht zu ihren Aufnahmen und werden nicht trainiert.</translation>
    </message>
    <message>
        <source>{0} to the end; the last words may be missing.</source>
        <translation>{0}, bis zum Ende; die letzten Wörter fehlen vielleicht.</translation>
    </message>
    <message>
        <source>{0} utterances</source>
        <translation>{0} Äußerungen</translation>
    </message>
    <message>
        <source>{0} where it is quieter.</source>
        <translation>{0}, wo es ruhiger ist.</translation>
    </message>
    <message>
        <source>{0} with less gain.</source>
        <translation>{0}, mit weniger Verstärkung.</translation>
    </message>
    <message>
        <source>{0} without long pauses or other words.</source>
        <translation>{0}, ohne lange Pausen oder andere Wörter.</translation>
    </message>
    <message>
        <source>{0} {1} does not fit {2}</source>
        <translation>{0} {1} passt nicht zu {2}</translation>
    </message>
    <message>
        <source>{0}, about {1} s an update</source>
        <translation>{0}, etwa {1} s je Aktualisierung</translation>
    </message>
    <message>
        <source>{0}, closer to the microphone or with more gain.</source>
        <translation>{0}, näher am Mikrofon oder mit mehr Verstärkung.</translation>
    </message>
    <message>
        <source>{0}, line {1}: longer than {2} characters.</source>
        <translation>{0}, Zeile {1}: länger als {2} Zeichen.</translation>
    </message>
    <message>
        <source>{0}, to be made at first use</source>
        <translation>{0}, wird beim ersten Gebrauch angelegt</translation>
    </message>
    <message>
        <source>{0}. It is better by at least {1}.</source>
        <translation>{0}. Besser ist es um mindestens {1}.</translation>
    </message>
    <message>
        <source>{0}. The new model understands you worse.</source>
        <translation>{0}. Das neue Modell versteht Sie schlechter.</translation>
    </message>
    <message>
        <source>{0}: duration and sample_rate must be numbers.</source>
        <translation>{0}: duration und sample_rate müssen Zahlen sein.</translation>
    </message>
    <message>
        <source>{0}: more fields than the header has.</source>
        <translation>{0}: mehr Felder, als der Kopf hat.</translation>
    </message>
    <message>
        <source>{0}: not a JSON object.</source>
        <translation>{0}: kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>{0}: not a valid table ({1}).</source>
        <translation>{0}: keine gültige Tabelle ({1}).</translation>
    </message>
    <message>
        <source>{0}: not valid JSON.</source>
        <translation>{0}: kein gültiges JSON.</translation>
    </message>
    <message>
        <source>{0}: the device is {1}.</source>
        <translation>{0}: Das Gerät ist {1}.</translation>
    </message>
    <message>
        <source>{0}: the duration is impossible.</source>
        <translation>{0}: Die Dauer ist unmöglich.</translation>
    </message>
    <message>
        <source>{0}: the line is longer than {1} characters.</source>
        <translation>{0}: Die Zeile ist länger als {1} Zeichen.</translation>
    </message>
    <message>
        <source>{0}: the vocabulary has {1} tokens, the weights {2}.</source>
        <translation>{0}: Das Vokabular hat {1} Token, die Gewichte {2}.</translation>
    </message>
    <message>
        <source>{0}: there is no file {1}.</source>
        <translation>{0}: Es gibt keine Datei {1}.</translation>
    </message>
    <message>
        <source>{0}: there is no {1}.</source>
        <translation>{0}: {1} ist nicht da.</translation>
    </message>
    <message>
        <source>{0}: {1} does not belong to the model.</source>
        <translation>{0}: {1} gehört nicht zum Modell.</translation>
    </message>
    <message>
        <source>{0}: {1} is a link that leaves the folder.</source>
        <translation>{0}: {1} ist eine Verknüpfung, die aus dem Ordner führt.</translation>
    </message>
    <message>
        <source>{0}: {1} is damaged.</source>
        <translation>{0}: {1} ist beschädigt.</translation>
    </message>
    <message>
        <source>{0}: {1} is damaged: its SHA-256 does not match.</source>
        <translation>{0}: {1} ist beschädigt: Die SHA-256-Summe stimmt nicht.</translation>
    </message>
    <message>
        <source>{0}: {1} is damaged: {2} bytes instead of {3}.</source>
        <translation>{0}: {1} ist beschädigt: {2} Bytes statt {3}.</translation>
    </message>
    <message>
        <source>{0}: {1} is missing.</source>
        <translation>{0}: {1} fehlt.</translation>
    </message>
    <message>
        <source>{0}: {1} is not a file.</source>
        <translation>{0}: {1} ist keine Datei.</translation>
    </message>
    <message>
        <source>{0}: {1} is not a regular file.</source>
        <translation>{0}: {1} ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>{0}: {1} leaves the folder.</source>
        <translation>{0}: {1} führt aus dem Ordner.</translation>
    </message>
    <message>
        <source>{0}: {1} must be text.</source>
        <translation>{0}: {1} muss Text sein.</translation>
    </message>
    <message>
        <source>{0}: {1} names {2}, which no model has.</source>
        <translation>{0}: {1} nennt {2}, das kein Modell hat.</translation>
    </message>
    <message>
        <source>{0}: {1} should be {2}, but is {3}.</source>
        <translation>{0}: {1} sollte {2} sein, ist aber {3}.</translation>
    </message>
    <message>
        <source>{0}: {1} should be {2}.</source>
        <translation>{0}: {1} sollte {2} sein.</translation>
    </message>
    <message>
        <source>{0}: {1}.{2} is missing.</source>
        <translation>{0}: {1}.{2} fehlt.</translation>
    </message>
    <message>
        <source>{0}; Attune needs {1}</source>
        <translation>{0}; Attune braucht {1}</translation>
    </message>
    <message>
        <source>{0}; this machine has {1} GB</source>
        <translation>{0}; dieser Rechner hat {1} GB</translation>
    </message>
    <message>
        <source>{0}; {1}. The new model forgets what it knew.</source>
        <translation>{0}; {1}. Das neue Modell vergisst, was es konnte.</translation>
    </message>
</context>
<context>
    <name>EnrolmentPage</name>
    <message>
        <source>Read aloud</source>
        <translation>Vorlesen</translation>
    </message>
    <message>
        <source>There are no sentences in your language yet; these are English. Or read a text of your own.</source>
        <translation>In Ihrer Sprache gibt es noch keine Sätze; diese sind englisch. Oder lesen Sie einen eigenen Text.</translation>
    </message>
    <message>
        <source>You have read every sentence there is. Choose a text of your own to read more.</source>
        <translation>Sie haben alle Sätze gelesen, die es gibt. Wählen Sie einen eigenen Text, um mehr zu lesen.</translation>
    </message>
    <message>
        <source>A text to read</source>
        <translation>Ein Text zum Vorlesen</translation>
    </message>
    <message>
        <source>Text files</source>
        <translation>Textdateien</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The model that transcribes; dictation keeps its own.</source>
        <translation>Das Modell, das abschreibt; das Diktat behält seines.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Recordings and films ({suffixes})</source>
        <translation>Aufnahmen und Filme ({suffixes})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>Abschreiben</translation>
    </message>
    <message>
        <source>{percent} % done</source>
        <translation>{percent} % fertig</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>is being transcribed…</source>
        <translation>wird abgeschrieben …</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Dateien wählen …</translation>
    </message>
    <message>
        <source>Drop recordings or films here. They are transcribed on this machine, one after the other.</source>
        <translation>Legen Sie Aufnahmen oder Filme hier ab. Sie werden auf diesem Rechner abgeschrieben, eine nach der anderen.</translation>
    </message>
</context>
<context>
    <name>Finish</name>
    <message>
        <source>&amp;Personalize with it</source>
        <translation>Damit an&amp;passen</translation>
    </message>
    <message>
        <source>Read &amp;on</source>
        <translation>&amp;Weiterlesen</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s) kept</source>
        <translation>
            <numerusform>%n Satz behalten</numerusform>
            <numerusform>%n Sätze behalten</numerusform>
        </translation>
    </message>
    <message>
        <source>{minutes} min for testing. They tell from now on how good a model really is.</source>
        <translation>{minutes} min zum Prüfen. Sie sagen ab jetzt, wie gut ein Modell wirklich ist.</translation>
    </message>
    <message>
        <source>{minutes} min of your speech. Together with what you correct it makes a model of your own. A second sitting on another day, in another place, is worth more than a longer one now.</source>
        <translation>{minutes} min Ihrer Sprache. Zusammen mit dem, was Sie korrigieren, wird daraus ein eigenes Modell. Eine zweite Sitzung an einem anderen Tag, an einem anderen Ort, ist mehr wert als eine längere jetzt.</translation>
    </message>
    <message>
        <source>Nothing was kept this time.</source>
        <translation>Diesmal wurde nichts behalten.</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Welcome to Attune</source>
        <translation>Willkommen bei Attune</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>S&amp;kip the rest</source>
        <translation>Rest ü&amp;berspringen</translation>
    </message>
    <message>
        <source>Everything here is in the settings too.</source>
        <translation>Alles hier steht auch in den Einstellungen.</translation>
    </message>
    <message>
        <source>Step {number} of {all}</source>
        <translation>Schritt {number} von {all}</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>Gelöscht.</translation>
    </message>
    <message>
        <source>Deleted. These models were trained with it: {models}.</source>
        <translation>Gelöscht. Diese Modelle wurden damit trainiert: {models}.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>End the dictation</source>
        <translation>Diktat beenden</translation>
    </message>
    <message>
        <source>Dictate</source>
        <translation>Diktieren</translation>
    </message>
    <message>
        <source>Search what you said</source>
        <translation>Gesagtes durchsuchen</translation>
    </message>
    <message>
        <source>Which to show</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation>Nicht angesehen</translation>
    </message>
    <message>
        <source>To correct later</source>
        <translation>Später korrigieren</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Korrigiert</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Vorgelesen</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>What you said</source>
        <translation>Was Sie gesagt haben</translation>
    </message>
    <message>
        <source>Nothing fits. Change the search or the filter.</source>
        <translation>Nichts passt. Ändern Sie die Suche oder den Filter.</translation>
    </message>
</context>
<context>
    <name>Intro</name>
    <message>
        <source>Read as you would dictate: your own pace, your own voice.</source>
        <translation>Lesen Sie so, wie Sie diktieren: in Ihrem Tempo, mit Ihrer Stimme.</translation>
    </message>
    <message>
        <source>Use the microphone you dictate with, in the place where you do.</source>
        <translation>Nehmen Sie das Mikrofon, mit dem Sie diktieren, dort, wo Sie es tun.</translation>
    </message>
    <message>
        <source>A slip is no harm: each sentence can be read again, or skipped.</source>
        <translation>Ein Versprecher schadet nicht: Jeder Satz lässt sich wiederholen oder überspringen.</translation>
    </message>
    <message>
        <source>Read sentences aloud for about five minutes. From that Attune learns how you speak, before you have dictated and corrected much. The words it misheard most come first. Everything stays on this machine.</source>
        <translation>Lesen Sie etwa fünf Minuten lang Sätze vor. Daraus lernt Attune, wie Sie sprechen, noch bevor Sie viel diktiert und korrigiert haben. Zuerst kommen die Wörter, die es am häufigsten falsch gehört hat. Alles bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Only for &amp;testing: never train on these</source>
        <translation>Nur zum &amp;Prüfen: nie damit trainieren</translation>
    </message>
    <message>
        <source>A gold set: recordings that no training sees, so that they tell honestly whether a model is better.</source>
        <translation>Eine Prüfmenge: Aufnahmen, die kein Training sieht, damit sie ehrlich sagen, ob ein Modell besser ist.</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Beginnen</translation>
    </message>
    <message>
        <source>Read a text of my &amp;own…</source>
        <translation>Einen &amp;eigenen Text lesen…</translation>
    </message>
    <message>
        <source>A text file with one sentence on each line.</source>
        <translation>Eine Textdatei mit einem Satz in jeder Zeile.</translation>
    </message>
    <message numerus="yes">
        <source>You have read %n sentence(s) so far, {minutes} min.</source>
        <translation>
            <numerusform>Sie haben bisher %n Satz gelesen, {minutes} min.</numerusform>
            <numerusform>Sie haben bisher %n Sätze gelesen, {minutes} min.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Click here, or press Enter, then press the new key.</source>
        <translation>Klicken Sie hierher oder drücken Sie die Eingabetaste, dann die neue Taste.</translation>
    </message>
    <message>
        <source>Press the new key…</source>
        <translation>Drücken Sie die neue Taste…</translation>
    </message>
</context>
<context>
    <name>KeyStep</name>
    <message>
        <source>The key to dictate with</source>
        <translation>Die Taste zum Diktieren</translation>
    </message>
    <message>
        <source>It works in every program, wherever the cursor is.</source>
        <translation>Sie wirkt in jedem Programm, dort, wo die Schreibmarke steht.</translation>
    </message>
    <message>
        <source>Press {key} now to try it.</source>
        <translation>Drücken Sie jetzt {key}, um sie auszuprobieren.</translation>
    </message>
    <message>
        <source>Without a key you can dictate from the tray and the window, or with the command: attune toggle</source>
        <translation>Ohne Taste diktieren Sie über die Leiste und das Fenster oder mit dem Befehl: attune toggle</translation>
    </message>
    <message>
        <source>It works. The same key ends the dictation; Esc throws it away.</source>
        <translation>Sie wirkt. Dieselbe Taste beendet das Diktat; Esc verwirft es.</translation>
    </message>
</context>
<context>
    <name>KindBar</name>
    <message>
        <source>This change is:</source>
        <translation>Diese Änderung ist:</translation>
    </message>
    <message>
        <source>&amp;Misheard</source>
        <translation>&amp;Falsch gehört</translation>
    </message>
    <message>
        <source>Attune heard something else than you said. It learns from this.</source>
        <translation>Attune hat etwas anderes gehört, als Sie gesagt haben. Daraus lernt es.</translation>
    </message>
    <message>
        <source>I &amp;changed my mind</source>
        <translation>&amp;Anders gewollt</translation>
    </message>
    <message>
        <source>You said what stood there and want other words now. Nothing is learnt from this.</source>
        <translation>Sie haben gesagt, was da stand, und wollen jetzt andere Wörter. Daraus wird nichts gelernt.</translation>
    </message>
    <message>
        <source>&amp;Formatting</source>
        <translation>F&amp;orm</translation>
    </message>
    <message>
        <source>The words are the same: only capitals, marks or numbers are written otherwise.</source>
        <translation>Die Wörter sind dieselben: Nur Großschreibung, Zeichen oder Zahlen sind anders geschrieben.</translation>
    </message>
    <message>
        <source>F4 changes it</source>
        <translation>F4 ändert das</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Level of the microphone</source>
        <translation>Pegel des Mikrofons</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>MicrophoneChoice</name>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>As the system: {name}</source>
        <translation>Wie das System: {name}</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>{name} (not connected)</source>
        <translation>{name} (nicht angeschlossen)</translation>
    </message>
</context>
<context>
    <name>MicrophoneStep</name>
    <message>
        <source>Your microphone</source>
        <translation>Ihr Mikrofon</translation>
    </message>
    <message>
        <source>Press Record and say a sentence as you would dictate it. The recording is not kept.</source>
        <translation>Drücken Sie Aufnehmen und sprechen Sie einen Satz, wie Sie ihn diktieren würden. Die Aufnahme wird nicht aufgehoben.</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>A&amp;bspielen</translation>
    </message>
    <message>
        <source>&amp;Microphone</source>
        <translation>&amp;Mikrofon</translation>
    </message>
    <message>
        <source>Speak now…</source>
        <translation>Jetzt sprechen …</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Opening the microphone…</source>
        <translation>Das Mikrofon wird geöffnet …</translation>
    </message>
    <message>
        <source>Too loud: the sound is cut off. Lower the input in the system's settings.</source>
        <translation>Zu laut: Der Ton wird abgeschnitten. Stellen Sie den Eingang in den Systemeinstellungen leiser.</translation>
    </message>
    <message>
        <source>Very quiet. Come closer, raise the input in the system's settings, or choose another one.</source>
        <translation>Sehr leise. Gehen Sie näher heran, stellen Sie den Eingang in den Systemeinstellungen lauter oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>It is noisy here, or you did not speak. Try again, closer to the microphone.</source>
        <translation>Es ist laut hier, oder Sie haben nicht gesprochen. Versuchen Sie es noch einmal, näher am Mikrofon.</translation>
    </message>
    <message>
        <source>Good: loud and clear. Press Play to hear it.</source>
        <translation>Gut: laut und deutlich. Mit Abspielen hören Sie es.</translation>
    </message>
    <message>
        <source>&amp;Stop playing</source>
        <translation>&amp;Anhalten</translation>
    </message>
</context>
<context>
    <name>ModelActions</name>
    <message>
        <source>You dictate with {name} now.</source>
        <translation>Sie diktieren jetzt mit {name}.</translation>
    </message>
    <message>
        <source>Back to {name}.</source>
        <translation>Zurück zu {name}.</translation>
    </message>
    <message>
        <source>{name} is whole: every file is as it was installed.</source>
        <translation>{name} ist heil: Jede Datei ist, wie sie installiert wurde.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Removed {name}.</source>
        <translation>{name} wurde entfernt.</translation>
    </message>
    <message>
        <source>The old versions are back.</source>
        <translation>Die alten Fassungen sind wieder da.</translation>
    </message>
    <message numerus="yes">
        <source>Removed %n old version(s).</source>
        <translation>
            <numerusform>%n alte Fassung wurde entfernt.</numerusform>
            <numerusform>%n alte Fassungen wurden entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is back.</source>
        <translation>{name} ist wieder da.</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Download of {name}</source>
        <translation>Herunterladen von {name}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>What has arrived is kept; it can go on later.</source>
        <translation>Was angekommen ist, bleibt; es kann später weitergehen.</translation>
    </message>
    <message>
        <source>Stop the download of {name}</source>
        <translation>Herunterladen von {name} anhalten</translation>
    </message>
    <message>
        <source>It was trained by Attune and knows synthetic voices only: with real speech many words will be wrong. It shows how everything works without a download. Get a real model below.</source>
        <translation>Es wurde von Attune trainiert und kennt nur künstliche Stimmen: Bei echter Sprache werden viele Wörter falsch sein. Es zeigt, wie alles geht, ohne dass etwas heruntergeladen wird. Holen Sie sich unten ein richtiges Modell.</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>An estimate from the size of the model, and the memory and processor of this machine: {reason}</source>
        <translation>Geschätzt nach der Größe des Modells und nach Speicher und Prozessor dieses Rechners: {reason}</translation>
    </message>
    <message>
        <source>{size} to download</source>
        <translation>{size} herunterzuladen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Words wrong</source>
        <translation>Falsche Wörter</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Go on downloading</source>
        <translation>Weiter herunterladen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Compares every file with what was installed.</source>
        <translation>Vergleicht jede Datei mit dem, was installiert wurde.</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>ModelStep</name>
    <message>
        <source>The model that understands you</source>
        <translation>Das Modell, das Sie versteht</translation>
    </message>
    <message>
        <source>The starter model is here already, but it knows synthetic voices only. For real use get one of these; you can go on while it downloads.</source>
        <translation>Das Startmodell ist schon da, kennt aber nur künstliche Stimmen. Für den Alltag holen Sie eines von diesen; während es lädt, können Sie weitergehen.</translation>
    </message>
    <message>
        <source>Measuring how fast this machine is…</source>
        <translation>Es wird gemessen, wie schnell dieser Rechner ist …</translation>
    </message>
    <message>
        <source>&amp;Download and use it</source>
        <translation>&amp;Herunterladen und benutzen</translation>
    </message>
    <message>
        <source>Only this click uses the network.</source>
        <translation>Nur dieser Klick benutzt das Netz.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Measured on this machine. The times say how long it takes to bring the text up to date as you speak.</source>
        <translation>Auf diesem Rechner gemessen. Die Zeiten sagen, wie lange es beim Sprechen dauert, den Text auf den neuen Stand zu bringen.</translation>
    </message>
    <message>
        <source>This machine has too little memory for a larger model. The starter works.</source>
        <translation>Dieser Rechner hat für ein größeres Modell zu wenig Speicher. Das Startmodell geht.</translation>
    </message>
    <message>
        <source>Stay with the starter model for now</source>
        <translation>Vorerst beim Startmodell bleiben</translation>
    </message>
    <message>
        <source>best here</source>
        <translation>hier am besten</translation>
    </message>
    <message>
        <source>smaller and faster</source>
        <translation>kleiner und schneller</translation>
    </message>
    <message>
        <source>slow here</source>
        <translation>hier langsam</translation>
    </message>
    <message>
        <source>{name} — {best}: {size} to download, about {time} s</source>
        <translation>{name} – {best}: {size} herunterzuladen, etwa {time} s</translation>
    </message>
    <message>
        <source>{name} is installed.</source>
        <translation>{name} ist installiert.</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>always {seconds} s</source>
        <translation>immer {seconds} s</translation>
    </message>
    <message>
        <source>from {seconds} s, so live text is fast</source>
        <translation>ab {seconds} s, der Text kommt also schnell</translation>
    </message>
    <message>
        <source>How much sound the model has to look at, at least, each time the text is brought up to date. A model that needs the whole 30 seconds is slower.</source>
        <translation>Wie viel Ton das Modell mindestens ansehen muss, jedes Mal wenn der Text auf den neuen Stand kommt. Ein Modell, das die ganzen 30 Sekunden braucht, ist langsamer.</translation>
    </message>
    <message>
        <source>The word error rate on test speech, and in brackets the range in which it lies 19 times in 20. Figures of different models compare only where the test speech is the same.</source>
        <translation>Die Wortfehlerrate auf Testsprache und in Klammern der Bereich, in dem sie in 19 von 20 Fällen liegt. Zahlen verschiedener Modelle sind nur bei gleicher Testsprache vergleichbar.</translation>
    </message>
    <message>
        <source>fast enough here</source>
        <translation>hier schnell genug</translation>
    </message>
    <message>
        <source>slow here</source>
        <translation>hier langsam</translation>
    </message>
    <message>
        <source>too big for this machine</source>
        <translation>zu groß für diesen Rechner</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Looking what there is to download…</source>
        <translation>Es wird nachgesehen, was zu laden ist …</translation>
    </message>
    <message>
        <source>Installing and checking it…</source>
        <translation>Wird installiert und geprüft …</translation>
    </message>
    <message>
        <source>{done} of {total}, {speed}/s</source>
        <translation>{done} von {total}, {speed}/s</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Go &amp;back to the model before</source>
        <translation>&amp;Zurück zum Modell davor</translation>
    </message>
    <message>
        <source>&amp;Import a folder…</source>
        <translation>Ordner &amp;einlesen …</translation>
    </message>
    <message>
        <source>A CTranslate2 model (model.bin), or a Whisper checkpoint of Hugging Face (safetensors).</source>
        <translation>Ein Modell für CTranslate2 (model.bin) oder ein Whisper-Checkpoint von Hugging Face (safetensors).</translation>
    </message>
    <message>
        <source>Earlier personal versions, but for the newest two and what Attune falls back on. Can be undone.</source>
        <translation>Frühere persönliche Fassungen, außer den zwei neuesten und der, auf die Attune zurückfällt. Lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Es wird nachgesehen …</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Importing {name}; converting takes a while…</source>
        <translation>{name} wird eingelesen; das Umwandeln dauert etwas …</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n old version(s)</source>
        <translation>
            <numerusform>%n alte Fassung entfernen</numerusform>
            <numerusform>%n alte Fassungen entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>Zum Herunterladen</translation>
    </message>
    <message>
        <source>Only a click on Download uses the network. A download that was stopped goes on where it was.</source>
        <translation>Nur ein Klick auf Herunterladen benutzt das Netz. Was angehalten wurde, geht dort weiter, wo es war.</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>&amp;Benutzen</translation>
    </message>
    <message>
        <source>{name} is installed.</source>
        <translation>{name} ist installiert.</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>Ordner eines Modells</translation>
    </message>
</context>
<context>
    <name>NightCard</name>
    <message>
        <source>Training at night</source>
        <translation>Training bei Nacht</translation>
    </message>
    <message>
        <source>met</source>
        <translation>erfüllt</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>nicht erfüllt</translation>
    </message>
    <message>
        <source>Nothing was trained yet.</source>
        <translation>Es wurde noch nichts trainiert.</translation>
    </message>
    <message>
        <source>Last training, {when}: {reason}</source>
        <translation>Letztes Training, {when}: {reason}</translation>
    </message>
    <message>
        <source>It is between {begin}:00 and {end}:00</source>
        <translation>Es ist zwischen {begin} und {end} Uhr</translation>
    </message>
    <message>
        <source>At any hour</source>
        <translation>Zu jeder Stunde</translation>
    </message>
    <message>
        <source>Runs on mains power</source>
        <translation>Läuft am Netzstrom</translation>
    </message>
    <message>
        <source>Runs on mains power or battery</source>
        <translation>Läuft am Netzstrom oder mit Akku</translation>
    </message>
    <message>
        <source>No dictation is running</source>
        <translation>Es wird nicht diktiert</translation>
    </message>
    <message>
        <source>Enough speech to learn from</source>
        <translation>Genug Sprache zum Lernen</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>The disk is slower than your speech; {seconds} s wait in memory.</source>
        <translation>Die Platte ist langsamer als Ihre Sprache; {seconds} s warten im Speicher.</translation>
    </message>
    <message>
        <source>Everything is on the disk again.</source>
        <translation>Alles ist wieder auf der Platte.</translation>
    </message>
    <message>
        <source>The sound is too loud: turn the microphone down.</source>
        <translation>Der Ton ist zu laut: stellen Sie das Mikrofon leiser.</translation>
    </message>
    <message>
        <source>No sound for {seconds} s: is the microphone muted?</source>
        <translation>Seit {seconds} s kein Ton: ist das Mikrofon stumm?</translation>
    </message>
    <message>
        <source>The audio system does not answer; waiting for it.</source>
        <translation>Das Tonsystem antwortet nicht; es wird gewartet.</translation>
    </message>
    <message>
        <source>{seconds} s of sound are missing.</source>
        <translation>{seconds} s Ton fehlen.</translation>
    </message>
    <message>
        <source>This program was held up for {seconds} s.</source>
        <translation>Dieses Programm war {seconds} s lang angehalten.</translation>
    </message>
    <message>
        <source>The sound comes from {name} now.</source>
        <translation>Der Ton kommt jetzt von {name}.</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Corrected.</source>
        <translation>Korrigiert.</translation>
    </message>
    <message>
        <source>Marked as right.</source>
        <translation>Als richtig vermerkt.</translation>
    </message>
    <message>
        <source>Marked as of no use: it never trains.</source>
        <translation>Als unbrauchbar vermerkt: Damit wird nie trainiert.</translation>
    </message>
    <message>
        <source>Marked to be corrected later.</source>
        <translation>Zum späteren Korrigieren vorgemerkt.</translation>
    </message>
    <message>
        <source>New in your vocabulary: {terms}.</source>
        <translation>Neu in Ihrem Wortschatz: {terms}.</translation>
    </message>
    <message>
        <source>From now on “{heard}” becomes “{written}”.</source>
        <translation>Ab jetzt wird aus „{heard}“ „{written}“.</translation>
    </message>
    <message>
        <source>Unlearnt: {things}.</source>
        <translation>Verlernt: {things}.</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Attune: what is heard</source>
        <translation>Attune: was gehört wird</translation>
    </message>
    <message>
        <source>Do not learn: what is said is not stored</source>
        <translation>Nicht lernen: was gesagt wird, wird nicht gespeichert</translation>
    </message>
    <message>
        <source>Cancel (Esc): throw away what is being said</source>
        <translation>Abbrechen (Esc): verwerfen, was gerade gesagt wird</translation>
    </message>
    <message>
        <source>Click to copy</source>
        <translation>Klicken zum Kopieren</translation>
    </message>
    <message>
        <source>Not inserted</source>
        <translation>Nicht eingefügt</translation>
    </message>
    <message>
        <source>Opening the microphone…</source>
        <translation>Mikrofon wird geöffnet …</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>Wird abgeschlossen …</translation>
    </message>
    <message>
        <source>{state}, not stored</source>
        <translation>{state}, nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>Personalize</name>
    <message>
        <source>{hours} hours</source>
        <translation>{hours} Stunden</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Checking that texts fit what was said</source>
        <translation>Prüfen, ob die Texte zum Gesagten passen</translation>
    </message>
    <message>
        <source>Measuring the present model</source>
        <translation>Das jetzige Modell messen</translation>
    </message>
    <message>
        <source>Choosing what not to forget</source>
        <translation>Auswählen, was nicht vergessen werden soll</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Choosing how much to change</source>
        <translation>Bestimmen, wie viel sich ändern soll</translation>
    </message>
    <message>
        <source>Putting the new model together</source>
        <translation>Das neue Modell zusammensetzen</translation>
    </message>
    <message>
        <source>Making it small and fast</source>
        <translation>Es klein und schnell machen</translation>
    </message>
    <message>
        <source>Checking that nothing was lost on the way</source>
        <translation>Prüfen, dass unterwegs nichts verloren ging</translation>
    </message>
    <message>
        <source>Measuring how short a sound it understands</source>
        <translation>Messen, wie kurzen Ton es versteht</translation>
    </message>
    <message>
        <source>Measuring the new model</source>
        <translation>Das neue Modell messen</translation>
    </message>
    <message>
        <source>Your speech, never trained on</source>
        <translation>Ihre Sprache, nie trainiert</translation>
    </message>
    <message>
        <source>Your speech, written down blind</source>
        <translation>Ihre Sprache, blind niedergeschrieben</translation>
    </message>
    <message>
        <source>Sentences with your words</source>
        <translation>Sätze mit Ihren Wörtern</translation>
    </message>
    <message>
        <source>Other people's speech</source>
        <translation>Sprache anderer</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>Your speech in noise ({much})</source>
        <translation>Ihre Sprache im Lärm ({much})</translation>
    </message>
    <message>
        <source>Your speech in an echoing room ({much})</source>
        <translation>Ihre Sprache im halligen Raum ({much})</translation>
    </message>
    <message>
        <source>Your speech at {much} times the speed</source>
        <translation>Ihre Sprache im {much}fachen Tempo</translation>
    </message>
    <message>
        <source>Your speech</source>
        <translation>Ihre Sprache</translation>
    </message>
    <message>
        <source>Other voices</source>
        <translation>Andere Stimmen</translation>
    </message>
    <message>
        <source>Loops and blanks</source>
        <translation>Schleifen und Lücken</translation>
    </message>
    <message>
        <source>Punctuation and capitals</source>
        <translation>Satzzeichen und Großschreibung</translation>
    </message>
    <message>
        <source>Your words</source>
        <translation>Ihre Wörter</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>{more} more minutes of corrected, confirmed or read speech</source>
        <translation>noch {more} Minuten berichtigte, bestätigte oder vorgelesene Sprache</translation>
    </message>
    <message>
        <source>How much it will gain cannot be told yet: too few dictations were corrected or confirmed to know how often words are wrong now. Whatever comes out is measured before it is used.</source>
        <translation>Wie viel es bringt, lässt sich noch nicht sagen: Zu wenige Diktate wurden berichtigt oder bestätigt, um zu wissen, wie oft jetzt Wörter falsch sind. Was herauskommt, wird gemessen, bevor es benutzt wird.</translation>
    </message>
    <message>
        <source>At present {rate} of the words you checked were wrong.</source>
        <translation>Zurzeit waren {rate} der Wörter, die Sie geprüft haben, falsch.</translation>
    </message>
    <message>
        <source>They are too few to prove any gain: dictate and correct more first.</source>
        <translation>Das ist zu wenig, um einen Gewinn nachzuweisen: Diktieren und berichtigen Sie erst mehr.</translation>
    </message>
    <message>
        <source>With them a gain is likely to be proven if at least {share} of the errors go away.</source>
        <translation>Damit lässt sich ein Gewinn wahrscheinlich nachweisen, wenn mindestens {share} der Fehler verschwinden.</translation>
    </message>
</context>
<context>
    <name>PersonalizePage</name>
    <message>
        <source>Errors per hundred words, over time</source>
        <translation>Fehler auf hundert Wörter im Lauf der Zeit</translation>
    </message>
    <message>
        <source>By week and version</source>
        <translation>Nach Woche und Fassung</translation>
    </message>
    <message>
        <source>Correct or confirm dictations of two weeks, and the curve appears here.</source>
        <translation>Berichtigen oder bestätigen Sie Diktate aus zwei Wochen, dann erscheint hier die Kurve.</translation>
    </message>
    <message>
        <source>Of dictations that were corrected or confirmed; only words that were misheard count.</source>
        <translation>Aus Diktaten, die berichtigt oder bestätigt wurden; nur verhörte Wörter zählen.</translation>
    </message>
    <message>
        <source>Personalize</source>
        <translation>Anpassen</translation>
    </message>
</context>
<context>
    <name>PracticeStep</name>
    <message>
        <source>A sentence to try</source>
        <translation>Ein Satz zum Ausprobieren</translation>
    </message>
    <message>
        <source>Press the button or your key, read this aloud, and press it again:</source>
        <translation>Drücken Sie den Knopf oder Ihre Taste, lesen Sie dies vor und drücken Sie noch einmal:</translation>
    </message>
    <message>
        <source>Please send the minutes of the meeting to everybody by Thursday.</source>
        <translation>Bitte schicken Sie das Protokoll der Sitzung bis Donnerstag an alle.</translation>
    </message>
    <message>
        <source>&amp;Dictate</source>
        <translation>&amp;Diktieren</translation>
    </message>
    <message>
        <source>What is heard stands here.</source>
        <translation>Hier steht, was gehört wird.</translation>
    </message>
    <message>
        <source>What was heard</source>
        <translation>Was gehört wurde</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Heard</source>
        <translation>&amp;Gehört</translation>
    </message>
    <message>
        <source>Opening the microphone…</source>
        <translation>Das Mikrofon wird geöffnet …</translation>
    </message>
    <message>
        <source>Speak now…</source>
        <translation>Jetzt sprechen …</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Augenblick …</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Is a word wrong? Put it right here and press Enter: that is what Attune learns from.</source>
        <translation>Ist ein Wort falsch? Berichtigen Sie es hier und drücken Sie die Eingabetaste: Daraus lernt Attune.</translation>
    </message>
    <message>
        <source>&amp;Save the correction</source>
        <translation>Berichtigung &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;All is right</source>
        <translation>&amp;Alles richtig</translation>
    </message>
    <message>
        <source>Learnt. Corrected words are expected from the next sentence on; with enough of them Personalize trains the model.</source>
        <translation>Gelernt. Berichtigte Wörter werden ab dem nächsten Satz erwartet; mit genug davon trainiert Anpassen das Modell.</translation>
    </message>
    <message>
        <source>Confirmed. That counts too: it shows what the model can do already.</source>
        <translation>Bestätigt. Auch das zählt: Es zeigt, was das Modell schon kann.</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>Profile of a program</source>
        <translation>Profil eines Programms</translation>
    </message>
    <message>
        <source>As the history names it</source>
        <translation>Wie der Verlauf es nennt</translation>
    </message>
    <message>
        <source>As everywhere</source>
        <translation>Wie überall</translation>
    </message>
    <message>
        <source>Format what is said there</source>
        <translation>Dort Gesagtes formatieren</translation>
    </message>
    <message>
        <source>Keep what is said there</source>
        <translation>Dort Gesagtes behalten</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Language spoken</source>
        <translation>Gesprochene Sprache</translation>
    </message>
    <message>
        <source>Insert by</source>
        <translation>Einfügen durch</translation>
    </message>
</context>
<context>
    <name>Profiles</name>
    <message>
        <source>the best way there is</source>
        <translation>den besten Weg, den es gibt</translation>
    </message>
    <message>
        <source>pasting</source>
        <translation>Einfügen über die Zwischenablage</translation>
    </message>
    <message>
        <source>typing</source>
        <translation>Tippen</translation>
    </message>
    <message>
        <source>only offering a copy</source>
        <translation>nur zum Kopieren anbieten</translation>
    </message>
</context>
<context>
    <name>ProfilesSection</name>
    <message>
        <source>Another language, way of inserting or formatting in one program, or nothing kept of it.</source>
        <translation>Andere Sprache, anderes Einfügen oder Formatieren in einem Programm, oder nichts davon behalten.</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>not formatted</source>
        <translation>nicht formatiert</translation>
    </message>
    <message>
        <source>nothing kept</source>
        <translation>nichts behalten</translation>
    </message>
    <message>
        <source>as everywhere</source>
        <translation>wie überall</translation>
    </message>
</context>
<context>
    <name>ReadinessCard</name>
    <message>
        <source>What there is to learn from</source>
        <translation>Woraus gelernt werden kann</translation>
    </message>
    <message>
        <source>&amp;Personalize</source>
        <translation>An&amp;passen</translation>
    </message>
    <message>
        <source>Trains a copy of the model on your speech. It is used only if it is proven better.</source>
        <translation>Trainiert eine Kopie des Modells mit Ihrer Sprache. Sie wird nur benutzt, wenn sie nachweislich besser ist.</translation>
    </message>
    <message>
        <source>&amp;Read sentences</source>
        <translation>Sätze &amp;vorlesen</translation>
    </message>
    <message>
        <source>Reading aloud is the quickest way to speech whose text is certain.</source>
        <translation>Vorlesen ist der schnellste Weg zu Sprache, deren Text sicher ist.</translation>
    </message>
    <message>
        <source>&amp;Check dictations</source>
        <translation>&amp;Diktate prüfen</translation>
    </message>
    <message>
        <source>Confirm or correct what you have dictated: both count.</source>
        <translation>Bestätigen oder berichtigen Sie, was Sie diktiert haben: Beides zählt.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Es wird nachgesehen …</translation>
    </message>
    <message>
        <source>minutes checked</source>
        <translation>geprüfte Minuten</translation>
    </message>
    <message>
        <source>Speech whose text was corrected, confirmed or read.</source>
        <translation>Sprache, deren Text berichtigt, bestätigt oder vorgelesen wurde.</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>terms</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>Words of your vocabulary; the test watches them closely.</source>
        <translation>Wörter Ihres Wortschatzes; der Test achtet besonders auf sie.</translation>
    </message>
    <message>
        <source>utterances set aside</source>
        <translation>zurückgelegte Äußerungen</translation>
    </message>
    <message>
        <source>They are never trained on, so that they can show whether the model became better.</source>
        <translation>Mit ihnen wird nie trainiert, damit sie zeigen können, ob das Modell besser wurde.</translation>
    </message>
    <message>
        <source>On this processor it takes about {time}; where there is a GPU, less. You can dictate meanwhile.</source>
        <translation>Auf diesem Prozessor dauert es etwa {time}, mit einer GPU weniger. Sie können währenddessen diktieren.</translation>
    </message>
    <message>
        <source>Still needed:</source>
        <translation>Es fehlt noch:</translation>
    </message>
    <message>
        <source>Enough for a trial. With less than {minutes} minutes a gain is rarely proven. Trying costs nothing.</source>
        <translation>Genug für einen Versuch. Mit weniger als {minutes} Minuten lässt sich ein Gewinn selten nachweisen. Der Versuch kostet nichts.</translation>
    </message>
    <message>
        <source>There is enough to learn from.</source>
        <translation>Es gibt genug zum Lernen.</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>How much was read</source>
        <translation>Wie viel gelesen wurde</translation>
    </message>
    <message>
        <source>Space or Enter begins and ends the recording.</source>
        <translation>Leertaste oder Eingabe beginnt und beendet die Aufnahme.</translation>
    </message>
    <message>
        <source>&amp;Play the last</source>
        <translation>Letzte ab&amp;spielen</translation>
    </message>
    <message>
        <source>Hear your last recording</source>
        <translation>Ihre letzte Aufnahme anhören</translation>
    </message>
    <message>
        <source>The last sentence once more</source>
        <translation>Den letzten Satz noch einmal lesen</translation>
    </message>
    <message>
        <source>Read &amp;again</source>
        <translation>&amp;Noch einmal</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>Ü&amp;berspringen</translation>
    </message>
    <message>
        <source>Leave this sentence out</source>
        <translation>Diesen Satz auslassen</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>End this sitting; what was read is kept.</source>
        <translation>Diese Sitzung beenden; was gelesen wurde, bleibt.</translation>
    </message>
    <message>
        <source>Sentence {number} · {read} of {goal} min</source>
        <translation>Satz {number} · {read} von {goal} min</translation>
    </message>
    <message>
        <source>Stop (Enter)</source>
        <translation>Ende (Eingabe)</translation>
    </message>
    <message>
        <source>Record (Enter)</source>
        <translation>Aufnehmen (Eingabe)</translation>
    </message>
    <message>
        <source>Read the sentence, then press Enter.</source>
        <translation>Lesen Sie den Satz, dann drücken Sie Eingabe.</translation>
    </message>
    <message>
        <source>Opening the microphone…</source>
        <translation>Das Mikrofon wird geöffnet…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Be quiet for two seconds: the noise of the room is measured.</source>
        <translation>Seien Sie zwei Sekunden still: Das Geräusch des Raums wird gemessen.</translation>
    </message>
    <message>
        <source>It is loud here ({level} dB). Close the window, switch the fan off, or go nearer.</source>
        <translation>Hier ist es laut ({level} dB). Schließen Sie das Fenster, schalten Sie den Lüfter aus oder gehen Sie näher heran.</translation>
    </message>
    <message>
        <source>Some noise ({level} dB), but it will do.</source>
        <translation>Etwas Geräusch ({level} dB), aber es geht.</translation>
    </message>
    <message>
        <source>The room is quiet ({level} dB). Press Enter and read.</source>
        <translation>Der Raum ist still ({level} dB). Drücken Sie Eingabe und lesen Sie.</translation>
    </message>
    <message>
        <source>Good: {seconds} s, speech at {level} dB.</source>
        <translation>Gut: {seconds} s, Sprache bei {level} dB.</translation>
    </message>
    <message>
        <source>Too quiet. Read it again, nearer to the microphone, or turn the microphone up.</source>
        <translation>Zu leise. Lesen Sie noch einmal, näher am Mikrofon, oder stellen Sie es lauter.</translation>
    </message>
    <message>
        <source>Too loud: the sound is cut off. Turn the microphone down and read it again.</source>
        <translation>Zu laut: Der Ton wird abgeschnitten. Stellen Sie das Mikrofon leiser und lesen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Too much noise around your voice. Read it again where it is quieter, or nearer.</source>
        <translation>Zu viel Geräusch um Ihre Stimme. Lesen Sie dort noch einmal, wo es stiller ist, oder näher.</translation>
    </message>
    <message>
        <source>Too short for this sentence. Read it again to the end.</source>
        <translation>Zu kurz für diesen Satz. Lesen Sie ihn noch einmal, bis zum Ende.</translation>
    </message>
    <message>
        <source>Too long for this sentence. Read it again without long pauses or other words.</source>
        <translation>Zu lang für diesen Satz. Lesen Sie noch einmal, ohne lange Pausen oder andere Wörter.</translation>
    </message>
    <message>
        <source>That was not what stands there. Read it again, word for word, or skip it.</source>
        <translation>Das war nicht, was da steht. Lesen Sie noch einmal, Wort für Wort, oder überspringen Sie den Satz.</translation>
    </message>
    <message>
        <source>That was another sentence. Read this one, or skip it.</source>
        <translation>Das war ein anderer Satz. Lesen Sie diesen, oder überspringen Sie ihn.</translation>
    </message>
</context>
<context>
    <name>RecogniseDialog</name>
    <message>
        <source>Recognise anew</source>
        <translation>Neu erkennen</translation>
    </message>
    <message>
        <source>{model} is listening…</source>
        <translation>{model} hört zu …</translation>
    </message>
    <message>
        <source>Present text</source>
        <translation>Jetziger Text</translation>
    </message>
    <message>
        <source>New text</source>
        <translation>Neuer Text</translation>
    </message>
    <message>
        <source>Take the new text</source>
        <translation>Neuen Text übernehmen</translation>
    </message>
    <message>
        <source>It hears the same.</source>
        <translation>Es hört dasselbe.</translation>
    </message>
    <message>
        <source>Compare, change what is wrong, and take it or not.</source>
        <translation>Vergleichen Sie, ändern Sie, was falsch ist, und übernehmen Sie es oder nicht.</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Words wrong while it learnt</source>
        <translation>Falsche Wörter während des Lernens</translation>
    </message>
    <message>
        <source>step {number}</source>
        <translation>Schritt {number}</translation>
    </message>
    <message>
        <source>Which utterances</source>
        <translation>Welche Äußerungen</translation>
    </message>
    <message>
        <source>&amp;Use the new version</source>
        <translation>&amp;Neue Fassung benutzen</translation>
    </message>
    <message>
        <source>&amp;Keep the old version</source>
        <translation>&amp;Alte Fassung behalten</translation>
    </message>
    <message>
        <source>&amp;Whole report</source>
        <translation>&amp;Ganzer Bericht</translation>
    </message>
    <message>
        <source>Opens the page with every figure, in the browser. It stays on this machine.</source>
        <translation>Öffnet die Seite mit allen Zahlen im Browser. Sie bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Words wrong</source>
        <translation>Falsche Wörter</translation>
    </message>
    <message>
        <source>Proven better.</source>
        <translation>Nachweislich besser.</translation>
    </message>
    <message>
        <source>You dictate with the new version now.</source>
        <translation>Sie diktieren jetzt mit der neuen Fassung.</translation>
    </message>
    <message>
        <source>It is not in use.</source>
        <translation>Sie ist nicht in Gebrauch.</translation>
    </message>
    <message>
        <source>The new version was refused. You go on with the present one.</source>
        <translation>Die neue Fassung wurde abgelehnt. Sie diktieren mit der jetzigen weiter.</translation>
    </message>
    <message>
        <source>Not proven. You go on with the present version.</source>
        <translation>Nicht nachgewiesen. Sie diktieren mit der jetzigen Fassung weiter.</translation>
    </message>
    <message>
        <source>Other people's speech comes from synthetic voices, and from the recordings of people that were added (Settings, Recordings of other people).</source>
        <translation>Die Sprache anderer kommt von künstlichen Stimmen und von den Aufnahmen von Menschen, die hinzugefügt wurden (Einstellungen, Aufnahmen anderer Menschen).</translation>
    </message>
    <message>
        <source>Words wrong, before and after</source>
        <translation>Falsche Wörter, vorher und nachher</translation>
    </message>
    <message>
        <source>What was asked of it</source>
        <translation>Was von ihr verlangt wurde</translation>
    </message>
    <message>
        <source>Your words</source>
        <translation>Ihre Wörter</translation>
    </message>
    <message>
        <source>Utterances of the test</source>
        <translation>Äußerungen des Tests</translation>
    </message>
    <message>
        <source>The share of words that are wrong, and in brackets the range in which it lies 19 times in 20 (95 % interval).</source>
        <translation>Der Anteil falscher Wörter und in Klammern der Bereich, in dem er in 19 von 20 Fällen liegt (95-%-Intervall).</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nachher</translation>
    </message>
    <message numerus="yes">
        <source>%n utterance(s)</source>
        <translation>
            <numerusform>%n Äußerung</numerusform>
            <numerusform>%n Äußerungen</numerusform>
        </translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>fraglich</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>Still wrong</source>
        <translation>Noch falsch</translation>
    </message>
    <message>
        <source>Newly wrong</source>
        <translation>Neu falsch</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Besser</translation>
    </message>
</context>
<context>
    <name>RulesModel</name>
    <message>
        <source>Heard</source>
        <translation>Gehört</translation>
    </message>
    <message>
        <source>What is recognised. Switched off, it stays as it is.</source>
        <translation>Was erkannt wird. Ausgeschaltet bleibt es, wie es ist.</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>What is written instead.</source>
        <translation>Was statt dessen geschrieben wird.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Anywhere, or only beside certain words, so that it does no harm elsewhere.</source>
        <translation>Überall, oder nur neben bestimmten Wörtern, damit es anderswo nicht schadet.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Where it came from: your corrections, or you.</source>
        <translation>Woher sie kommt: aus Ihren Korrekturen oder von Ihnen.</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>How many of your corrections speak for it.</source>
        <translation>Wie viele Ihrer Korrekturen dafür sprechen.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Whether it is applied, and why not.</source>
        <translation>Ob sie angewandt wird, und warum nicht.</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>nirgends</translation>
    </message>
    <message>
        <source>Since {date}</source>
        <translation>Seit {date}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>does nothing</source>
        <translation>bewirkt nichts</translation>
    </message>
    <message>
        <source>needless now</source>
        <translation>nicht mehr nötig</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>angewandt</translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Progress of this step</source>
        <translation>Fortschritt dieses Schritts</translation>
    </message>
    <message>
        <source>step {number}</source>
        <translation>Schritt {number}</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Begins with the learning.</source>
        <translation>Beginnt mit dem Lernen.</translation>
    </message>
    <message>
        <source>How far the model's answers are from what was said; it should fall.</source>
        <translation>Wie weit die Antworten des Modells vom Gesagten entfernt sind; er sollte sinken.</translation>
    </message>
    <message>
        <source>Words wrong</source>
        <translation>Falsche Wörter</translation>
    </message>
    <message>
        <source>The word error rate on utterances that are only used to choose the best moment, not to learn from.</source>
        <translation>Die Wortfehlerrate auf Äußerungen, die nur dazu dienen, den besten Augenblick zu wählen, nicht zum Lernen.</translation>
    </message>
    <message>
        <source>P&amp;ause</source>
        <translation>P&amp;ause</translation>
    </message>
    <message>
        <source>Ends with a checkpoint; it can go on any time, also after a restart.</source>
        <translation>Endet mit einem Zwischenstand; es kann jederzeit weitergehen, auch nach einem Neustart.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Discard…</source>
        <translation>Ver&amp;werfen …</translation>
    </message>
    <message>
        <source>Ends it and throws away what it has learnt. Your model stays as it is.</source>
        <translation>Beendet es und wirft weg, was es gelernt hat. Ihr Modell bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Stopping with a checkpoint…</source>
        <translation>Wird mit einem Zwischenstand angehalten …</translation>
    </message>
    <message>
        <source>Waiting while you dictate: {stage}</source>
        <translation>Wartet, während Sie diktieren: {stage}</translation>
    </message>
    <message>
        <source>Step {number} of {all}: {stage}</source>
        <translation>Schritt {number} von {all}: {stage}</translation>
    </message>
    <message>
        <source>Paused. It goes on where it stopped.</source>
        <translation>Angehalten. Es geht dort weiter, wo es aufhörte.</translation>
    </message>
    <message>
        <source>Paused because memory is short. It goes on by itself when there is enough.</source>
        <translation>Angehalten, weil der Speicher knapp ist. Es geht von selbst weiter, wenn genug da ist.</translation>
    </message>
    <message>
        <source>Paused until the next night. It goes on by itself.</source>
        <translation>Angehalten bis zur nächsten Nacht. Es geht von selbst weiter.</translation>
    </message>
    <message>
        <source>A training was interrupted. It goes on where it stopped.</source>
        <translation>Ein Training wurde unterbrochen. Es geht dort weiter, wo es aufhörte.</translation>
    </message>
    <message>
        <source>It stopped: {reason} What was done is kept.</source>
        <translation>Es hielt an: {reason} Was getan war, bleibt.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>about {time} left in this step</source>
        <translation>noch etwa {time} in diesem Schritt</translation>
    </message>
    <message>
        <source>on the processor</source>
        <translation>auf dem Prozessor</translation>
    </message>
    <message>
        <source>on the GPU</source>
        <translation>auf der GPU</translation>
    </message>
    <message>
        <source>Personalize</source>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>Throw this training away?</source>
        <translation>Dieses Training wegwerfen?</translation>
    </message>
    <message>
        <source>What it has learnt so far is lost. Pause keeps it.</source>
        <translation>Was es bisher gelernt hat, geht verloren. Pause behält es.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Wegwerfen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zur Vorgabe</translation>
    </message>
    <message>
        <source>Reset: {title}</source>
        <translation>Zurücksetzen: {title}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Dictation</source>
        <translation>Diktat</translation>
    </message>
    <message>
        <source>Language spoken</source>
        <translation>Gesprochene Sprache</translation>
    </message>
    <message>
        <source>Pause that ends a sentence</source>
        <translation>Pause, die einen Satz beendet</translation>
    </message>
    <message>
        <source>After this silence what you said is finished and inserted.</source>
        <translation>Nach dieser Stille wird das Gesagte abgeschlossen und eingefügt.</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Show what is heard</source>
        <translation>Zeigen, was gehört wird</translation>
    </message>
    <message>
        <source>A small panel shows the level and the text as you speak.</source>
        <translation>Ein kleines Feld zeigt Pegel und Text, während Sie sprechen.</translation>
    </message>
    <message>
        <source>Place of the panel</source>
        <translation>Ort des Feldes</translation>
    </message>
    <message>
        <source>Where the panel appears on the screen. Drag it to put it elsewhere.</source>
        <translation>Wo das Feld auf dem Bildschirm erscheint. Ziehen Sie es, um es woanders hinzulegen.</translation>
    </message>
    <message>
        <source>Bottom of the screen</source>
        <translation>Unten am Bildschirm</translation>
    </message>
    <message>
        <source>Top of the screen</source>
        <translation>Oben am Bildschirm</translation>
    </message>
    <message>
        <source>Microphone and sounds</source>
        <translation>Mikrofon und Töne</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>The one to listen to. Empty: the system's default.</source>
        <translation>Das Mikrofon, das benutzt wird. Leer: das des Systems.</translation>
    </message>
    <message>
        <source>Keep the microphone open</source>
        <translation>Mikrofon offen halten</translation>
    </message>
    <message>
        <source>Dictation starts at once, with the second before the key. The system shows the microphone as in use all the time.</source>
        <translation>Das Diktat beginnt sofort, mit der Sekunde vor der Taste. Das System zeigt das Mikrofon ständig als benutzt an.</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>A short sound when recording begins and ends.</source>
        <translation>Ein kurzer Ton, wenn die Aufnahme beginnt und endet.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Learn from dictation</source>
        <translation>Aus Diktaten lernen</translation>
    </message>
    <message>
        <source>What you say is kept on this machine and used for learning. Off: nothing of what is said is stored.</source>
        <translation>Was Sie sagen, bleibt auf diesem Rechner und dient dem Lernen. Aus: nichts von dem Gesagten wird gespeichert.</translation>
    </message>
    <message>
        <source>Tell the model your terms</source>
        <translation>Dem Modell Ihre Begriffe nennen</translation>
    </message>
    <message>
        <source>Real Whisper models expect terms they were told of. The starter model is disturbed by them.</source>
        <translation>Echte Whisper-Modelle erwarten genannte Begriffe. Das Startmodell wird von ihnen gestört.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Key to dictate</source>
        <translation>Taste zum Diktieren</translation>
    </message>
    <message>
        <source>Works in every program. Where the desktop has the last word on keys, set it there.</source>
        <translation>Wirkt in jedem Programm. Wo die Arbeitsumgebung über Tasten bestimmt, stellen Sie sie dort ein.</translation>
    </message>
    <message>
        <source>What the key does</source>
        <translation>Was die Taste tut</translation>
    </message>
    <message>
        <source>A tap begins or ends, and is shorter than half a second. Esc throws away what is being said.</source>
        <translation>Ein Tippen beginnt oder beendet und ist kürzer als eine halbe Sekunde. Esc verwirft, was gerade gesagt wird.</translation>
    </message>
    <message>
        <source>Tap, or hold while speaking</source>
        <translation>Tippen, oder beim Sprechen halten</translation>
    </message>
    <message>
        <source>Press to begin and to end</source>
        <translation>Drücken für Anfang und Ende</translation>
    </message>
    <message>
        <source>Hold while speaking</source>
        <translation>Beim Sprechen halten</translation>
    </message>
    <message>
        <source>Key to correct</source>
        <translation>Taste zum Korrigieren</translation>
    </message>
    <message>
        <source>Opens what was said last, at its least certain word.</source>
        <translation>Öffnet das zuletzt Gesagte beim unsichersten Wort.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light, dark, or as the system has it.</source>
        <translation>Hell, dunkel oder wie im System.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>In relation to the system's.</source>
        <translation>Im Verhältnis zu der des Systems.</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Language of the windows</source>
        <translation>Sprache der Fenster</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Stay ready when the window is closed</source>
        <translation>Bereit bleiben, wenn das Fenster geschlossen wird</translation>
    </message>
    <message>
        <source>Dictation goes on working; quit from the tray. Without a tray closing the window always quits.</source>
        <translation>Diktieren geht weiter; beendet wird im Infobereich. Ohne Infobereich beendet das Schließen des Fensters das Programm.</translation>
    </message>
    <message>
        <source>Start with the session</source>
        <translation>Mit der Sitzung starten</translation>
    </message>
    <message>
        <source>Attune is ready when you log in.</source>
        <translation>Attune ist bereit, wenn Sie sich anmelden.</translation>
    </message>
    <message>
        <source>Show in the menu of programs</source>
        <translation>Im Programmmenü zeigen</translation>
    </message>
    <message>
        <source>An entry of its own in the desktop's menu.</source>
        <translation>Ein eigener Eintrag im Menü der Arbeitsumgebung.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Say when something needs you while the window is closed.</source>
        <translation>Melden, wenn bei geschlossenem Fenster etwas Sie braucht.</translation>
    </message>
    <message>
        <source>Free the model's memory after</source>
        <translation>Speicher des Modells freigeben nach</translation>
    </message>
    <message>
        <source>Minutes without dictation. The next dictation loads the model again.</source>
        <translation>Minuten ohne Diktat. Das nächste Diktat lädt das Modell neu.</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>The model in use must know it.</source>
        <translation>Das benutzte Modell muss sie kennen.</translation>
    </message>
    <message>
        <source>Train at night</source>
        <translation>Bei Nacht trainieren</translation>
    </message>
    <message>
        <source>When there is enough new speech, nobody is at the computer and it runs on mains. A version is used only if it is proven better.</source>
        <translation>Wenn es genug neue Sprache gibt, niemand am Rechner ist und er am Netzstrom läuft. Eine Fassung wird nur benutzt, wenn sie nachweislich besser ist.</translation>
    </message>
    <message>
        <source>Night begins at</source>
        <translation>Die Nacht beginnt um</translation>
    </message>
    <message>
        <source>o'clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Night ends at</source>
        <translation>Die Nacht endet um</translation>
    </message>
    <message>
        <source>A training that is not finished pauses, and goes on the next night.</source>
        <translation>Ein Training, das nicht fertig ist, hält an und geht in der nächsten Nacht weiter.</translation>
    </message>
    <message>
        <source>Only after so long without keyboard and mouse</source>
        <translation>Erst nach so langer Zeit ohne Tastatur und Maus</translation>
    </message>
    <message>
        <source>Only on mains power</source>
        <translation>Nur am Netzstrom</translation>
    </message>
    <message>
        <source>Recordings of other people</source>
        <translation>Aufnahmen anderer Menschen</translation>
    </message>
    <message>
        <source>A folder of recordings with their texts (metadata.jsonl or metadata.csv). Each training is tested on them too, beside the synthetic voices that come along.</source>
        <translation>Ein Ordner mit Aufnahmen und ihren Texten (metadata.jsonl oder metadata.csv). Jedes Training wird auch an ihnen geprüft, neben den mitgelieferten künstlichen Stimmen.</translation>
    </message>
    <message>
        <source>Formatting: commands</source>
        <translation>Formatierung: Befehle</translation>
    </message>
    <message>
        <source>Write spoken punctuation: "comma", "question mark".</source>
        <translation>Gesprochene Satzzeichen schreiben: „Komma“, „Fragezeichen“.</translation>
    </message>
    <message>
        <source>Write spoken symbols: "at sign", "slash", "percent sign".</source>
        <translation>Gesprochene Zeichen schreiben: „At-Zeichen“, „Schrägstrich“, „Prozentzeichen“.</translation>
    </message>
    <message>
        <source>Obey "new line", "new paragraph", "tab key", "bullet point".</source>
        <translation>„Neue Zeile“, „neuer Absatz“, „Tabulator“, „Aufzählungspunkt“ ausführen.</translation>
    </message>
    <message>
        <source>Obey "cap", "all caps", "no caps", "caps on" and "caps off".</source>
        <translation>Befehle für Groß- und Kleinschreibung ausführen.</translation>
    </message>
    <message>
        <source>Obey "no space", which joins two words.</source>
        <translation>„Kein Leerzeichen“ ausführen, das zwei Wörter verbindet.</translation>
    </message>
    <message>
        <source>Obey "literal", which writes a command or number as plain words.</source>
        <translation>„Wörtlich“ ausführen: schreibt einen Befehl oder eine Zahl als Wörter.</translation>
    </message>
    <message>
        <source>Obey "numeral five" (5) and "roman numeral five" (V).</source>
        <translation>„Ziffer fünf“ (5) und „römisch fünf“ (V) ausführen.</translation>
    </message>
    <message>
        <source>Obey "scratch that", "undo that", "select that", "correct that".</source>
        <translation>Befehle zum Streichen, Rückgängigmachen, Auswählen und Korrigieren ausführen.</translation>
    </message>
    <message>
        <source>Replace your own phrases by your own texts.</source>
        <translation>Eigene Wendungen durch eigene Texte ersetzen.</translation>
    </message>
    <message>
        <source>Formatting: addresses</source>
        <translation>Formatierung: Adressen</translation>
    </message>
    <message>
        <source>Write "john at example dot com" as an e-mail address.</source>
        <translation>„john at example dot com“ als E-Mail-Adresse schreiben.</translation>
    </message>
    <message>
        <source>Write "example dot com slash help" as a web address.</source>
        <translation>„example dot com slash help“ als Internetadresse schreiben.</translation>
    </message>
    <message>
        <source>Formatting: numbers</source>
        <translation>Formatierung: Zahlen</translation>
    </message>
    <message>
        <source>Write numbers of ten and more, and decimals, in digits.</source>
        <translation>Zahlen ab zehn und Dezimalzahlen in Ziffern schreiben.</translation>
    </message>
    <message>
        <source>Write numbers below ten in digits too.</source>
        <translation>Auch Zahlen unter zehn in Ziffern schreiben.</translation>
    </message>
    <message>
        <source>Write ordinals in digits: "twenty first" becomes 21st.</source>
        <translation>Ordnungszahlen in Ziffern schreiben: „einundzwanzigster“ wird 21.</translation>
    </message>
    <message>
        <source>Group the digits of large numbers: 12,500.</source>
        <translation>Ziffern großer Zahlen gruppieren: 12.500.</translation>
    </message>
    <message>
        <source>Use digits after words such as "page", "chapter" and "version".</source>
        <translation>Ziffern nach Wörtern wie „Seite“, „Kapitel“ und „Version“.</translation>
    </message>
    <message>
        <source>Write "pages ten to twenty" as pages 10–20.</source>
        <translation>„Seiten zehn bis zwanzig“ als Seiten 10–20 schreiben.</translation>
    </message>
    <message>
        <source>Write "two thirds" as 2/3 and "two and a half" as 2 1/2.</source>
        <translation>„Zwei Drittel“ als 2/3 und „zweieinhalb“ als 2 1/2 schreiben.</translation>
    </message>
    <message>
        <source>Join three or more digits spoken one by one: 4711.</source>
        <translation>Drei und mehr einzeln gesprochene Ziffern verbinden: 4711.</translation>
    </message>
    <message>
        <source>Group digits as the country groups telephone numbers.</source>
        <translation>Ziffern gruppieren, wie das Land Telefonnummern gruppiert.</translation>
    </message>
    <message>
        <source>Write "version two dot one dot three" as version 2.1.3.</source>
        <translation>„Version zwei Punkt eins Punkt drei“ als Version 2.1.3 schreiben.</translation>
    </message>
    <message>
        <source>Write "nineteen eighty four" as 1984.</source>
        <translation>„Neunzehnhundertvierundachtzig“ als 1984 schreiben.</translation>
    </message>
    <message>
        <source>Write "march twelfth" as March 12.</source>
        <translation>„Zwölfter März“ als 12. März schreiben.</translation>
    </message>
    <message>
        <source>Write "three thirty p m" as 3:30 PM.</source>
        <translation>„Fünfzehn Uhr dreißig“ als 15:30 Uhr schreiben.</translation>
    </message>
    <message>
        <source>Write "five dollars" as $5.</source>
        <translation>„Fünf Dollar“ als $5 schreiben.</translation>
    </message>
    <message>
        <source>Write "ten percent" as 10%.</source>
        <translation>„Zehn Prozent“ als 10 % schreiben.</translation>
    </message>
    <message>
        <source>Abbreviate units after numbers: "five kilograms" becomes 5 kg.</source>
        <translation>Einheiten nach Zahlen abkürzen: „fünf Kilogramm“ wird 5 kg.</translation>
    </message>
    <message>
        <source>Formatting: case and space</source>
        <translation>Formatierung: Großschreibung und Abstände</translation>
    </message>
    <message>
        <source>Start sentences with a capital letter.</source>
        <translation>Sätze groß beginnen.</translation>
    </message>
    <message>
        <source>Start lines with a capital letter.</source>
        <translation>Zeilen groß beginnen.</translation>
    </message>
    <message>
        <source>Go on in lower case when the cursor is inside a sentence.</source>
        <translation>Klein weiterschreiben, wenn der Cursor in einem Satz steht.</translation>
    </message>
    <message>
        <source>Capitalise words such as I, Monday and English.</source>
        <translation>Wörter wie I, Monday und English groß schreiben.</translation>
    </message>
    <message>
        <source>Put a space before the text where one is missing.</source>
        <translation>Ein Leerzeichen vor den Text setzen, wo eines fehlt.</translation>
    </message>
    <message>
        <source>Let spoken punctuation replace what the recogniser wrote there.</source>
        <translation>Gesprochene Satzzeichen ersetzen die der Erkennung.</translation>
    </message>
    <message>
        <source>Use the language's non-breaking spaces: « Bonjour ! »</source>
        <translation>Geschützte Leerzeichen der Sprache verwenden: « Bonjour ! »</translation>
    </message>
    <message>
        <source>Write curly quotation marks and apostrophes.</source>
        <translation>Typografische Anführungszeichen und Apostrophe schreiben.</translation>
    </message>
    <message>
        <source>Leave out hesitations such as "um" and "uh".</source>
        <translation>Verzögerungslaute wie „äh“ und „ähm“ weglassen.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Search the settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>&amp;First steps…</source>
        <translation>&amp;Erste Schritte …</translation>
    </message>
    <message>
        <source>Microphone, model, key and a first sentence, one after the other</source>
        <translation>Mikrofon, Modell, Taste und ein erster Satz, nacheinander</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Keine Einstellung enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Profiles of programs</source>
        <translation>Profile von Programmen</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Was behalten wird</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The first one that is heard</source>
        <translation>Die zuerst gehörte</translation>
    </message>
</context>
<context>
    <name>SnippetDialog</name>
    <message>
        <source>Your own text</source>
        <translation>Eigener Text</translation>
    </message>
    <message>
        <source>such as: my signature</source>
        <translation>zum Beispiel: meine Unterschrift</translation>
    </message>
    <message>
        <source>When I &amp;say:</source>
        <translation>Wenn ich &amp;sage:</translation>
    </message>
    <message>
        <source>&amp;Write:</source>
        <translation>Schrei&amp;be:</translation>
    </message>
    <message>
        <source>Nobody can say that: it needs a word.</source>
        <translation>Das kann niemand sagen: Es braucht ein Wort.</translation>
    </message>
    <message>
        <source>Say the phrase while you dictate; the text is written exactly as it stands here.</source>
        <translation>Sagen Sie die Wendung beim Diktieren; der Text wird genau so geschrieben, wie er hier steht.</translation>
    </message>
</context>
<context>
    <name>SnippetsTable</name>
    <message>
        <source>Own texts</source>
        <translation>Eigene Texte</translation>
    </message>
    <message>
        <source>Spoken</source>
        <translation>Gesprochen</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>From now on “{phrase}” writes your text.</source>
        <translation>Ab jetzt schreibt „{phrase}“ Ihren Text.</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) removed.</source>
        <translation>
            <numerusform>%n Text entfernt.</numerusform>
            <numerusform>%n Texte entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Rückgängig gemacht.</translation>
    </message>
</context>
<context>
    <name>TermsModel</name>
    <message>
        <source>Term</source>
        <translation>Begriff</translation>
    </message>
    <message>
        <source>How it is written. Switched off, it is not expected any more.</source>
        <translation>Wie er geschrieben wird. Ausgeschaltet wird er nicht mehr erwartet.</translation>
    </message>
    <message>
        <source>Said as</source>
        <translation>Gesprochen</translation>
    </message>
    <message>
        <source>How it is spoken where writing does not tell: “cute” for Qt. Double-click or F2.</source>
        <translation>Wie er gesprochen wird, wo die Schreibung es nicht sagt: „kjut“ für Qt. Doppelklick oder F2.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Where it came from: your corrections, you, or a document.</source>
        <translation>Woher er kommt: aus Ihren Korrekturen, von Ihnen oder aus einem Dokument.</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>How many of your corrections speak for it.</source>
        <translation>Wie viele Ihrer Korrekturen dafür sprechen.</translation>
    </message>
    <message>
        <source>Since {date}</source>
        <translation>Seit {date}</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Attune: corrected</source>
        <translation>Attune: korrigiert</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>TranscriptEditor</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Text (F2 edits)</source>
        <translation>Text (F2 ändert)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern als</translation>
    </message>
    <message>
        <source>Keep in the history</source>
        <translation>Im Verlauf behalten</translation>
    </message>
    <message>
        <source>To be corrected like dictation, and then to train your model: for your own voice only.</source>
        <translation>Zum Korrigieren wie ein Diktat, und dann zum Trainieren Ihres Modells: nur für Ihre eigene Stimme.</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Geschrieben: {path}</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n utterance(s) are in the history.</source>
        <translation>
            <numerusform>%n Äußerung ist im Verlauf.</numerusform>
            <numerusform>%n Äußerungen sind im Verlauf.</numerusform>
        </translation>
    </message>
    <message>
        <source>Text (.txt)</source>
        <translation>Text (.txt)</translation>
    </message>
    <message>
        <source>Subtitles for players (.srt)</source>
        <translation>Untertitel für Abspieler (.srt)</translation>
    </message>
    <message>
        <source>Subtitles for the web (.vtt)</source>
        <translation>Untertitel fürs Web (.vtt)</translation>
    </message>
    <message>
        <source>Word document (.docx)</source>
        <translation>Word-Dokument (.docx)</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Cancel the dictation</source>
        <translation>Diktat abbrechen</translation>
    </message>
    <message>
        <source>Correct what was said last</source>
        <translation>Zuletzt Gesagtes korrigieren</translation>
    </message>
    <message>
        <source>Do not learn (nothing is stored)</source>
        <translation>Nicht lernen (nichts wird gespeichert)</translation>
    </message>
    <message>
        <source>Open Attune</source>
        <translation>Attune öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>opening the microphone</source>
        <translation>Mikrofon wird geöffnet</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>nimmt auf</translation>
    </message>
    <message>
        <source>finishing</source>
        <translation>schließt ab</translation>
    </message>
    <message>
        <source>training your model</source>
        <translation>trainiert Ihr Modell</translation>
    </message>
    <message>
        <source>Attune: {state}, not learning</source>
        <translation>Attune: {state}, lernt nicht</translation>
    </message>
    <message>
        <source>End the dictation</source>
        <translation>Diktat beenden</translation>
    </message>
    <message>
        <source>Dictate</source>
        <translation>Diktieren</translation>
    </message>
</context>
<context>
    <name>UtteranceList</name>
    <message>
        <source>No utterance of the test was wrong, before or after.</source>
        <translation>Keine Äußerung des Tests war falsch, weder vorher noch nachher.</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr zeigen</translation>
    </message>
    <message>
        <source>Hear it</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Hear: {text}</source>
        <translation>Anhören: {text}</translation>
    </message>
    <message>
        <source>said</source>
        <translation>gesagt</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nachher</translation>
    </message>
</context>
<context>
    <name>VersionsCard</name>
    <message>
        <source>Versions</source>
        <translation>Fassungen</translation>
    </message>
    <message>
        <source>Go &amp;back to the version before</source>
        <translation>&amp;Zurück zur Fassung davor</translation>
    </message>
    <message>
        <source>You dictate with the model that was active before; nothing is lost.</source>
        <translation>Sie diktieren mit dem Modell, das davor in Gebrauch war; nichts geht verloren.</translation>
    </message>
    <message>
        <source>No version yet. Each training that is finished stands here, with what it gained.</source>
        <translation>Noch keine Fassung. Jedes abgeschlossene Training steht hier, mit dem, was es gebracht hat.</translation>
    </message>
    <message>
        <source>In use: {name}</source>
        <translation>In Gebrauch: {name}</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>{name} benutzen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Result of {name}</source>
        <translation>Ergebnis von {name}</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>proven better</source>
        <translation>nachweislich besser</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>not proven</source>
        <translation>nicht nachgewiesen</translation>
    </message>
</context>
<context>
    <name>Vocabulary</name>
    <message>
        <source>corrections</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>after {words}</source>
        <translation>nach {words}</translation>
    </message>
    <message>
        <source>before {words}</source>
        <translation>vor {words}</translation>
    </message>
    <message>
        <source>between {left} and {right}</source>
        <translation>zwischen {left} und {right}</translation>
    </message>
</context>
<context>
    <name>VocabularyPage</name>
    <message>
        <source>Terms</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Words and names that Attune expects to hear from you.</source>
        <translation>Wörter und Namen, die Attune von Ihnen zu hören erwartet.</translation>
    </message>
    <message>
        <source>What is replaced by what, after it was recognised.</source>
        <translation>Was durch was ersetzt wird, nachdem es erkannt wurde.</translation>
    </message>
    <message>
        <source>Whole texts of yours, each written where you say its phrase.</source>
        <translation>Ganze Texte von Ihnen, jeder dort geschrieben, wo Sie seine Wendung sagen.</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Wortschatz</translation>
    </message>
    <message>
        <source>Added “{term}”.</source>
        <translation>„{term}“ hinzugefügt.</translation>
    </message>
    <message>
        <source>From now on “{heard}” becomes “{written}”.</source>
        <translation>Ab jetzt wird aus „{heard}“ „{written}“.</translation>
    </message>
    <message numerus="yes">
        <source>%n removed; what corrections speak for is switched off.</source>
        <translation>
            <numerusform>%n entfernt; wofür Korrekturen sprechen, ist ausgeschaltet.</numerusform>
            <numerusform>%n entfernt; wofür Korrekturen sprechen, ist ausgeschaltet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>{name} wird gelesen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Wrote {terms} terms and {rules} rules.</source>
        <translation>{terms} Begriffe und {rules} Regeln geschrieben.</translation>
    </message>
    <message>
        <source>Added {terms} terms and {rules} rules.</source>
        <translation>{terms} Begriffe und {rules} Regeln hinzugefügt.</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Remove what is selected (Delete)</source>
        <translation>Entfernen, was markiert ist (Entf)</translation>
    </message>
    <message>
        <source>From a &amp;document…</source>
        <translation>Aus einem &amp;Dokument…</translation>
    </message>
    <message>
        <source>Find names and special words in a text, Word or PDF file; or drop one here.</source>
        <translation>Namen und besondere Wörter in einer Text-, Word- oder PDF-Datei finden; oder eine hierher ziehen.</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>E&amp;inlesen…</translation>
    </message>
    <message>
        <source>Read a vocabulary that was exported.</source>
        <translation>Einen ausgegebenen Wortschatz einlesen.</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>A&amp;usgeben…</translation>
    </message>
    <message>
        <source>Write terms and rules to a file, for another machine or a colleague.</source>
        <translation>Begriffe und Regeln in eine Datei schreiben, für einen anderen Rechner oder jemand anderen.</translation>
    </message>
    <message>
        <source>Add a text that you write often.</source>
        <translation>Fügen Sie einen Text hinzu, den Sie oft schreiben.</translation>
    </message>
    <message>
        <source>There are no rules yet. They are learnt from your corrections, or added here.</source>
        <translation>Es gibt noch keine Regeln. Sie werden aus Ihren Korrekturen gelernt oder hier hinzugefügt.</translation>
    </message>
    <message>
        <source>Your vocabulary is empty. Correct what was misheard, add a term, or drop a document here.</source>
        <translation>Ihr Wortschatz ist leer. Korrigieren Sie Falschgehörtes, fügen Sie einen Begriff hinzu oder ziehen Sie ein Dokument hierher.</translation>
    </message>
    <message>
        <source>Nothing here has these words.</source>
        <translation>Hier enthält nichts diese Wörter.</translation>
    </message>
    <message>
        <source>Search terms, rules and texts</source>
        <translation>Begriffe, Regeln und Texte suchen</translation>
    </message>
    <message>
        <source>Terms, rules or own texts</source>
        <translation>Begriffe, Regeln oder eigene Texte</translation>
    </message>
    <message>
        <source>Own texts</source>
        <translation>Eigene Texte</translation>
    </message>
    <message>
        <source>Learnt from: {sentences}</source>
        <translation>Gelernt aus: {sentences}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Rückgängig gemacht.</translation>
    </message>
    <message>
        <source>{name} has no words that are new.</source>
        <translation>{name} enthält keine neuen Wörter.</translation>
    </message>
    <message numerus="yes">
        <source>%n term(s) found.</source>
        <translation>
            <numerusform>%n Begriff gefunden.</numerusform>
            <numerusform>%n Begriffe gefunden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added %n term(s).</source>
        <translation>
            <numerusform>%n Begriff hinzugefügt.</numerusform>
            <numerusform>%n Begriffe hinzugefügt.</numerusform>
        </translation>
    </message>
    <message>
        <source>A document</source>
        <translation>Ein Dokument</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>A vocabulary</source>
        <translation>Ein Wortschatz</translation>
    </message>
    <message>
        <source>Export the vocabulary</source>
        <translation>Den Wortschatz ausgeben</translation>
    </message>
</context>
<context>
    <name>_Empty</name>
    <message>
        <source>Read some sentences aloud</source>
        <translation>Einige Sätze vorlesen</translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n übersprungen</numerusform>
            <numerusform>%n übersprungen</numerusform>
        </translation>
    </message>
    <message>
        <source>They come again when you open this page.</source>
        <translation>Sie kommen wieder, wenn Sie diese Seite öffnen.</translation>
    </message>
    <message>
        <source>Everything has been reviewed</source>
        <translation>Alles ist durchgesehen</translation>
    </message>
    <message>
        <source>What you dictate from now on comes here. Each text you put right or confirm makes Attune better.</source>
        <translation>Was Sie von jetzt an diktieren, kommt hierher. Jeder Text, den Sie berichtigen oder bestätigen, macht Attune besser.</translation>
    </message>
    <message>
        <source>Nothing has been dictated yet</source>
        <translation>Es wurde noch nichts diktiert</translation>
    </message>
    <message>
        <source>What you dictate comes here, the doubtful first. Or read sentences aloud to begin with.</source>
        <translation>Was Sie diktieren, kommt hierher, das Fragliche zuerst. Oder lesen Sie für den Anfang Sätze vor.</translation>
    </message>
</context>
</TS>
