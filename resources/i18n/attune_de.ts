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
        <source>Code of the language, such as en or de. Empty: the first one that is heard.</source>
        <translation>Kürzel der Sprache, etwa en oder de. Leer: die erste, die gehört wird.</translation>
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
