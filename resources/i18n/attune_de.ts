<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
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
        <source>The sound comes from {name} now.</source>
        <translation>Der Ton kommt jetzt von {name}.</translation>
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
        <source>The one to listen to. Empty: the system&apos;s default.</source>
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
        <source>A tap is shorter than half a second. Esc throws away what is being said.</source>
        <translation>Ein Tippen ist kürzer als eine halbe Sekunde. Esc verwirft, was gerade gesagt wird.</translation>
    </message>
    <message>
        <source>Tap to begin and end, or hold while speaking</source>
        <translation>Tippen für Anfang und Ende, oder beim Sprechen halten</translation>
    </message>
    <message>
        <source>Press to begin, press to end</source>
        <translation>Drücken für Anfang, drücken für Ende</translation>
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
        <source>In relation to the system&apos;s.</source>
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
        <source>An entry of its own in the desktop&apos;s menu.</source>
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
        <source>Free the model&apos;s memory after</source>
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
        <source>Formatting: commands</source>
        <translation>Formatierung: Befehle</translation>
    </message>
    <message>
        <source>Write spoken punctuation: &quot;comma&quot;, &quot;question mark&quot;.</source>
        <translation>Gesprochene Satzzeichen schreiben: „Komma“, „Fragezeichen“.</translation>
    </message>
    <message>
        <source>Write spoken symbols: &quot;at sign&quot;, &quot;slash&quot;, &quot;percent sign&quot;.</source>
        <translation>Gesprochene Zeichen schreiben: „At-Zeichen“, „Schrägstrich“, „Prozentzeichen“.</translation>
    </message>
    <message>
        <source>Obey &quot;new line&quot;, &quot;new paragraph&quot;, &quot;tab key&quot;, &quot;bullet point&quot;.</source>
        <translation>„Neue Zeile“, „neuer Absatz“, „Tabulator“, „Aufzählungspunkt“ ausführen.</translation>
    </message>
    <message>
        <source>Obey &quot;cap&quot;, &quot;all caps&quot;, &quot;no caps&quot;, &quot;caps on&quot; and &quot;caps off&quot;.</source>
        <translation>Befehle für Groß- und Kleinschreibung ausführen.</translation>
    </message>
    <message>
        <source>Obey &quot;no space&quot;, which joins two words.</source>
        <translation>„Kein Leerzeichen“ ausführen, das zwei Wörter verbindet.</translation>
    </message>
    <message>
        <source>Obey &quot;literal&quot;, which writes a command or number as plain words.</source>
        <translation>„Wörtlich“ ausführen: schreibt einen Befehl oder eine Zahl als Wörter.</translation>
    </message>
    <message>
        <source>Obey &quot;numeral five&quot; (5) and &quot;roman numeral five&quot; (V).</source>
        <translation>„Ziffer fünf“ (5) und „römisch fünf“ (V) ausführen.</translation>
    </message>
    <message>
        <source>Obey &quot;scratch that&quot;, &quot;undo that&quot;, &quot;select that&quot;, &quot;correct that&quot;.</source>
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
        <source>Write &quot;john at example dot com&quot; as an e-mail address.</source>
        <translation>„john at example dot com“ als E-Mail-Adresse schreiben.</translation>
    </message>
    <message>
        <source>Write &quot;example dot com slash help&quot; as a web address.</source>
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
        <source>Write ordinals in digits: &quot;twenty first&quot; becomes 21st.</source>
        <translation>Ordnungszahlen in Ziffern schreiben: „einundzwanzigster“ wird 21.</translation>
    </message>
    <message>
        <source>Group the digits of large numbers: 12,500.</source>
        <translation>Ziffern großer Zahlen gruppieren: 12.500.</translation>
    </message>
    <message>
        <source>Use digits after words such as &quot;page&quot;, &quot;chapter&quot; and &quot;version&quot;.</source>
        <translation>Ziffern nach Wörtern wie „Seite“, „Kapitel“ und „Version“.</translation>
    </message>
    <message>
        <source>Write &quot;pages ten to twenty&quot; as pages 10–20.</source>
        <translation>„Seiten zehn bis zwanzig“ als Seiten 10–20 schreiben.</translation>
    </message>
    <message>
        <source>Write &quot;two thirds&quot; as 2/3 and &quot;two and a half&quot; as 2 1/2.</source>
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
        <source>Write &quot;version two dot one dot three&quot; as version 2.1.3.</source>
        <translation>„Version zwei Punkt eins Punkt drei“ als Version 2.1.3 schreiben.</translation>
    </message>
    <message>
        <source>Write &quot;nineteen eighty four&quot; as 1984.</source>
        <translation>„Neunzehnhundertvierundachtzig“ als 1984 schreiben.</translation>
    </message>
    <message>
        <source>Write &quot;march twelfth&quot; as March 12.</source>
        <translation>„Zwölfter März“ als 12. März schreiben.</translation>
    </message>
    <message>
        <source>Write &quot;three thirty p m&quot; as 3:30 PM.</source>
        <translation>„Fünfzehn Uhr dreißig“ als 15:30 Uhr schreiben.</translation>
    </message>
    <message>
        <source>Write &quot;five dollars&quot; as $5.</source>
        <translation>„Fünf Dollar“ als $5 schreiben.</translation>
    </message>
    <message>
        <source>Write &quot;ten percent&quot; as 10%.</source>
        <translation>„Zehn Prozent“ als 10 % schreiben.</translation>
    </message>
    <message>
        <source>Abbreviate units after numbers: &quot;five kilograms&quot; becomes 5 kg.</source>
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
        <source>Use the language&apos;s non-breaking spaces: « Bonjour ! »</source>
        <translation>Geschützte Leerzeichen der Sprache verwenden: « Bonjour ! »</translation>
    </message>
    <message>
        <source>Write curly quotation marks and apostrophes.</source>
        <translation>Typografische Anführungszeichen und Apostrophe schreiben.</translation>
    </message>
    <message>
        <source>Leave out hesitations such as &quot;um&quot; and &quot;uh&quot;.</source>
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
</TS>
