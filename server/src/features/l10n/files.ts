import type { Table } from './voice.ts';

/** What is told of files of the corpus and of sources that are being added, as text; and the places in them. */
export const FILES: Table = {
  'line {0}': ['Zeile {0}', '{0}행'],
  'page {0}': ['Seite {0}', '{0}쪽'],
  'chapter “{0}”': ['Kapitel „{0}“', '‘{0}’ 장'],
  '{0}, page {1}': ['{0}, Seite {1}', '{0}, {1}쪽'],
  'There is no such file.': ['Eine solche Datei gibt es nicht.', '그런 파일이 없습니다.'],
  'It could not be read.': ['Sie konnte nicht gelesen werden.', '읽지 못했습니다.'],
  'It could not be read: {0}.': ['Sie konnte nicht gelesen werden: {0}.', '읽지 못했습니다({0}).'],
  'It could not be read: the editor does not give it.': [
    'Sie konnte nicht gelesen werden: Der Editor gibt sie nicht heraus.',
    '읽지 못했습니다. 편집기가 내주지 않습니다.',
  ],
  'there is no such file or folder': ['Es gibt sie nicht', '그런 파일이나 폴더가 없음'],
  'you may not read it': ['Sie dürfen sie nicht lesen', '읽을 권한이 없음'],
  'it is a folder': ['Es ist ein Ordner', '폴더임'],
  'it is not a folder': ['Es ist kein Ordner', '폴더가 아님'],
  'its links lead in a circle': ['Ihre Verknüpfungen führen im Kreis', '링크가 돌고 돎'],
  'too many files are open': ['Es sind zu viele Dateien geöffnet', '열린 파일이 너무 많음'],
  'the disk does not answer': ['Der Datenträger antwortet nicht', '디스크가 응답하지 않음'],
  'the machine that has it does not answer': ['Der Rechner, auf dem sie liegt, antwortet nicht', '파일이 있는 컴퓨터가 응답하지 않음'],
  'the machine that has it was away in the meantime': [
    'Der Rechner, auf dem sie liegt, war zwischendurch nicht erreichbar',
    '파일이 있는 컴퓨터와 연결이 끊겼음',
  ],
  'for a reason that the system does not say': ['aus einem Grund, den das System nicht nennt', '시스템이 알려 주지 않는 까닭'],
  'Reading this file broke off in the browser. Open this folder in the desktop editor to have it read, or keep its text in a .txt file instead.':
    [
      'Das Lesen dieser Datei ist im Browser abgebrochen. Öffnen Sie diesen Ordner im Editor auf dem Rechner, damit sie gelesen wird, oder bewahren Sie ihren Text stattdessen in einer .txt-Datei auf.',
      '브라우저에서 이 파일을 읽다가 중단되었습니다. 이 폴더를 데스크톱 편집기에서 열거나 텍스트를 .txt 파일로 보관하세요.',
    ],
  'This file was left out: after {0} seconds the browser was still reading it. Open this folder in the desktop editor to have it read, or keep its text in a .txt file instead.':
    [
      'Diese Datei wurde ausgelassen: Nach {0} Sekunden las der Browser noch immer daran. Öffnen Sie diesen Ordner im Editor auf dem Rechner, damit sie gelesen wird, oder bewahren Sie ihren Text stattdessen in einer .txt-Datei auf.',
      '{0}초가 지나도 브라우저가 다 읽지 못해 이 파일을 제외했습니다. 이 폴더를 데스크톱 편집기에서 열거나 텍스트를 .txt 파일로 보관하세요.',
    ],
  'This file was left out: reading it broke off twice for a reason that could not be found. Save it anew, or take it out of the corpus.': [
    'Diese Datei wurde ausgelassen: Das Lesen ist zweimal aus unbekanntem Grund abgebrochen. Speichern Sie sie neu, oder nehmen Sie sie aus den Quellen heraus.',
    '알 수 없는 까닭으로 읽기가 두 번 중단되어 이 파일을 제외했습니다. 새로 저장하거나 출처에서 빼세요.',
  ],
  'Reading this file broke off for a reason that could not be found. Save it anew, or keep its text in a .txt file instead.': [
    'Das Lesen dieser Datei ist aus unbekanntem Grund abgebrochen. Speichern Sie sie neu, oder bewahren Sie ihren Text stattdessen in einer .txt-Datei auf.',
    '알 수 없는 까닭으로 이 파일을 읽다가 중단되었습니다. 새로 저장하거나 텍스트를 .txt 파일로 보관하세요.',
  ],
  'This file was left out: after {0} seconds it was still being read. Save it anew, or keep its text in a .txt file instead.': [
    'Diese Datei wurde ausgelassen: Nach {0} Sekunden wurde noch immer daran gelesen. Speichern Sie sie neu, oder bewahren Sie ihren Text stattdessen in einer .txt-Datei auf.',
    '{0}초가 지나도 다 읽지 못해 이 파일을 제외했습니다. 새로 저장하거나 텍스트를 .txt 파일로 보관하세요.',
  ],
  'This file was left out: reading it takes more than {0} MB of memory. Save it anew, or keep its text in a .txt file instead.': [
    'Diese Datei wurde ausgelassen: Sie zu lesen braucht mehr als {0} MB Arbeitsspeicher. Speichern Sie sie neu, oder bewahren Sie ihren Text stattdessen in einer .txt-Datei auf.',
    '읽는 데 메모리가 {0}MB 넘게 들어 이 파일을 제외했습니다. 새로 저장하거나 텍스트를 .txt 파일로 보관하세요.',
  ],
  'This file is longer than {0} MB and was not read: split it into one file an article, or take it out of the corpus.': [
    'Diese Datei ist größer als {0} MB und wurde nicht gelesen: Teilen Sie sie in eine Datei je Artikel, oder nehmen Sie sie aus den Quellen heraus.',
    '{0}MB가 넘어 읽지 않았습니다. 기사별로 파일을 나누거나 출처에서 빼세요.',
  ],
  'The file is {0} long and files over {1} are not read: split it into one file an article.': [
    'Die Datei ist {0} groß, und Dateien über {1} werden nicht gelesen: Teilen Sie sie in eine Datei je Artikel.',
    '파일 크기가 {0}입니다. {1}을(를) 넘는 파일은 읽지 않으니 기사별로 파일을 나누세요.',
  ],
  'Its side file was left aside: {0}': ['Die Beidatei blieb unberücksichtigt: {0}', '부속 파일을 반영하지 않았습니다: {0}'],
  'This kind of file is not read.': ['Dateien dieser Art werden nicht gelesen.', '읽지 않는 종류의 파일입니다.'],
  'The file could not be read: {0}': ['Die Datei konnte nicht gelesen werden: {0}', '파일을 읽지 못했습니다: {0}'],
  'The file could not be read: it is nested too deeply. Open it in the program that it was made with and save it again.': [
    'Die Datei konnte nicht gelesen werden: Sie ist zu tief verschachtelt. Öffnen Sie sie in dem Programm, mit dem sie erstellt wurde, und speichern Sie sie neu.',
    '너무 깊이 중첩되어 파일을 읽지 못했습니다. 만든 프로그램에서 열어 다시 저장하세요.',
  ],
  'The file could not be read: it is damaged or of an unknown kind. Open it in the program that it was made with and save it again.': [
    'Die Datei konnte nicht gelesen werden: Sie ist beschädigt oder von unbekannter Art. Öffnen Sie sie in dem Programm, mit dem sie erstellt wurde, und speichern Sie sie neu.',
    '파일이 손상되었거나 알 수 없는 형식이어서 읽지 못했습니다. 만든 프로그램에서 열어 다시 저장하세요.',
  ],
  'The file is empty.': ['Die Datei ist leer.', '파일이 비어 있습니다.'],
  'It is empty.': ['Sie ist leer.', '비어 있습니다.'],
  'There is no text in it.': ['Sie enthält keinen Text.', '텍스트가 없습니다.'],
  'There is no text to be kept.': ['Es gibt keinen Text, der sich aufbewahren ließe.', '보관할 텍스트가 없습니다.'],
  'Files of this kind (.{0}) are not read as sources.': [
    'Dateien dieser Art (.{0}) werden nicht als Quellen gelesen.',
    '이 종류의 파일(.{0})은 출처로 읽지 않습니다.',
  ],
  'Nothing is checked against it: the setting “sources”, .gitignore or .verbatimignore leave a file of this name in this folder out.': [
    'Daran wird nichts geprüft: Die Einstellung „sources“, .gitignore oder .verbatimignore nehmen eine Datei dieses Namens in diesem Ordner aus.',
    '이 파일과는 대조하지 않습니다. ‘sources’ 설정이나 .gitignore, .verbatimignore가 이 폴더에서 이런 이름의 파일을 제외합니다.',
  ],
  'There is no article on this page: only one word was found. It may ask for consent or a subscription, or be put together by a script. Open it in a browser, and save the page or copy its text.':
    [
      'Auf dieser Seite gibt es keinen Artikel: Es wurde nur ein Wort gefunden. Vielleicht fragt sie nach einer Einwilligung oder einem Abonnement, oder ein Skript setzt sie zusammen. Öffnen Sie sie im Browser, und speichern Sie die Seite oder kopieren Sie ihren Text.',
      '이 페이지에는 기사가 없습니다. 단어 하나만 나왔습니다. 동의나 구독을 요구하거나 스크립트로 만들어지는 페이지일 수 있습니다. 브라우저에서 열어 페이지를 저장하거나 텍스트를 복사하세요.',
    ],
  'There is no article on this page: only {0} words were found. It may ask for consent or a subscription, or be put together by a script. Open it in a browser, and save the page or copy its text.':
    [
      'Auf dieser Seite gibt es keinen Artikel: Es wurden nur {0} Wörter gefunden. Vielleicht fragt sie nach einer Einwilligung oder einem Abonnement, oder ein Skript setzt sie zusammen. Öffnen Sie sie im Browser, und speichern Sie die Seite oder kopieren Sie ihren Text.',
      '이 페이지에는 기사가 없습니다. 단어 {0}개만 나왔습니다. 동의나 구독을 요구하거나 스크립트로 만들어지는 페이지일 수 있습니다. 브라우저에서 열어 페이지를 저장하거나 텍스트를 복사하세요.',
    ],
  'This is a binary file, not text: save it as text, or give it the ending of its format.': [
    'Dies ist eine Binärdatei und kein Text: Speichern Sie sie als Text, oder geben Sie ihr die Endung ihres Formats.',
    '텍스트가 아니라 이진 파일입니다. 텍스트로 저장하거나 형식에 맞는 확장자를 붙이세요.',
  ],
  'The file is not valid UTF-8 and was read as Windows-1252: save it as UTF-8 if letters look wrong.': [
    'Die Datei ist kein gültiges UTF-8 und wurde als Windows-1252 gelesen: Speichern Sie sie als UTF-8, falls Buchstaben falsch aussehen.',
    '올바른 UTF-8이 아니어서 Windows-1252로 읽었습니다. 글자가 깨져 보이면 UTF-8로 저장하세요.',
  ],
  'The file is not valid UTF-8 and was read in part as Windows-1252: save it as UTF-8 if letters look wrong.': [
    'Die Datei ist kein gültiges UTF-8 und wurde zum Teil als Windows-1252 gelesen: Speichern Sie sie als UTF-8, falls Buchstaben falsch aussehen.',
    '올바른 UTF-8이 아니어서 일부를 Windows-1252로 읽었습니다. 글자가 깨져 보이면 UTF-8로 저장하세요.',
  ],
  'The file says that it is written in “{0}”, which is not known here: save it as UTF-8 if letters look wrong.': [
    'Die Datei nennt als Zeichensatz „{0}“, der hier nicht bekannt ist: Speichern Sie sie als UTF-8, falls Buchstaben falsch aussehen.',
    '파일에 적힌 인코딩 ‘{0}’을(를) 알 수 없습니다. 글자가 깨져 보이면 UTF-8로 저장하세요.',
  ],
  'The metadata is not a list of “key: value” lines.': [
    'Die Angaben sind keine Liste von Zeilen „Schlüssel: Wert“.',
    '출처 정보가 ‘키: 값’ 줄로 되어 있지 않습니다.',
  ],
  'The metadata could not be read: {0}': ['Die Angaben konnten nicht gelesen werden: {0}', '출처 정보를 읽지 못했습니다: {0}'],
  'The metadata is not valid YAML (line {0}): {1} What could be made out was used.': [
    'Die Angaben sind kein gültiges YAML (Zeile {0}): {1} Was zu erkennen war, wurde verwendet.',
    '출처 정보가 올바른 YAML이 아닙니다({0}행): {1} 알아볼 수 있는 것만 썼습니다.',
  ],
  'This side file is too long and was not read: it takes a few lines “key: value”.': [
    'Diese Beidatei ist zu lang und wurde nicht gelesen: Sie enthält sonst nur wenige Zeilen „Schlüssel: Wert“.',
    '부속 파일이 너무 길어 읽지 않았습니다. ‘키: 값’ 몇 줄이면 됩니다.',
  ],
  'The file is one article and has none “{0}”: write its details without “{1}”.': [
    'Die Datei ist ein einziger Artikel und hat keinen „{0}“: Schreiben Sie ihre Angaben ohne „{1}“.',
    '파일에 기사가 하나뿐이고 ‘{0}’은(는) 없습니다. ‘{1}’ 없이 정보를 적으세요.',
  ],
  'The file has no article “{0}”. There are: {1} and {2} more.': [
    'Die Datei hat keinen Artikel „{0}“. Es gibt: {1} und {2} weitere.',
    '파일에 ‘{0}’ 기사가 없습니다. 들어 있는 기사: {1} 외 {2}건.',
  ],
  'The file has no article “{0}”. There are: {1}.': [
    'Die Datei hat keinen Artikel „{0}“. Es gibt: {1}.',
    '파일에 ‘{0}’ 기사가 없습니다. 들어 있는 기사: {1}.',
  ],
  '{0} There are {1} more places like it.': ['{0} Es gibt {1} weitere solche Stellen.', '{0} 이런 곳이 {1}곳 더 있습니다.'],
  'There are no captions in it: each needs a line of times, such as “00:12:31.000 --> 00:12:33.500”.': [
    'Sie enthält keine Untertitel: Jeder braucht eine Zeile mit Zeiten wie „00:12:31.000 --> 00:12:33.500“.',
    '자막이 없습니다. 자막마다 ‘00:12:31.000 --> 00:12:33.500’ 같은 시간 줄이 있어야 합니다.',
  ],
  'The times of this caption cannot be read, so it was left out: write them as “00:12:31.000 --> 00:12:33.500”.': [
    'Die Zeiten dieses Untertitels sind nicht lesbar, daher wurde er ausgelassen: Schreiben Sie sie wie „00:12:31.000 --> 00:12:33.500“.',
    '자막의 시간을 읽을 수 없어 제외했습니다. ‘00:12:31.000 --> 00:12:33.500’처럼 적으세요.',
  ],
  'These lines have no times above them, so they were left out: a blank line ends a caption.': [
    'Über diesen Zeilen stehen keine Zeiten, daher wurden sie ausgelassen: Eine Leerzeile beendet einen Untertitel.',
    '위에 시간이 없는 줄이어서 제외했습니다. 빈 줄이 나오면 자막이 끝납니다.',
  ],
  'a PDF': ['ein PDF', 'PDF'],
  'an RTF document': ['ein RTF-Dokument', 'RTF 문서'],
  'a web page': ['eine Webseite', '웹 페이지'],
  'plain text': ['reiner Text', '일반 텍스트'],
  'a mail': ['eine E-Mail', '이메일'],
  'a Word document': ['ein Word-Dokument', 'Word 문서'],
  'an e-book': ['ein E-Book', '전자책'],
  'an OpenDocument text': ['ein OpenDocument-Text', 'OpenDocument 텍스트'],
  'It is {0}, not {1}: save it as {2}.': [
    'Die Datei ist {0}, nicht {1}: Speichern Sie sie als {2}.',
    '이 파일의 실제 형식: {0}({1} 아님). {2}(으)로 저장하세요.',
  ],
  'It is {0}, not {1}: give it the ending {2}.': [
    'Die Datei ist {0}, nicht {1}: Geben Sie ihr die Endung {2}.',
    '이 파일의 실제 형식: {0}({1} 아님). 확장자를 {2}(으)로 바꾸세요.',
  ],
  'It is not {0}, though its name says so: open it in the program that it was made with and save it again.': [
    'Trotz ihres Namens ist die Datei nicht {0}: Öffnen Sie sie in dem Programm, mit dem sie erstellt wurde, und speichern Sie sie neu.',
    '이름과 달리 {0} 형식이 아닙니다. 만든 프로그램에서 열어 다시 저장하세요.',
  ],
  'It is not a Word document, though its name says so: open it in the program that it was made with and save it again.': [
    'Trotz ihres Namens ist die Datei kein Word-Dokument: Öffnen Sie sie in dem Programm, mit dem sie erstellt wurde, und speichern Sie sie neu.',
    '이름과 달리 Word 문서가 아닙니다. 만든 프로그램에서 열어 다시 저장하세요.',
  ],
  'It is not an OpenDocument text, though its name says so: open it in the program that it was made with and save it again.': [
    'Trotz ihres Namens ist die Datei kein OpenDocument-Text: Öffnen Sie sie in dem Programm, mit dem sie erstellt wurde, und speichern Sie sie neu.',
    '이름과 달리 OpenDocument 텍스트가 아닙니다. 만든 프로그램에서 열어 다시 저장하세요.',
  ],
  'It is not an e-book, though its name says so: open it in the program that it was made with and save it again.': [
    'Trotz ihres Namens ist die Datei kein E-Book: Öffnen Sie sie in dem Programm, mit dem sie erstellt wurde, und speichern Sie sie neu.',
    '이름과 달리 전자책이 아닙니다. 만든 프로그램에서 열어 다시 저장하세요.',
  ],
  'It is an old Office file, not {0}: open it and save it as .docx.': [
    'Die Datei ist eine alte Office-Datei, nicht {0}: Öffnen Sie sie, und speichern Sie sie als .docx.',
    '{0} 형식이 아니라 옛 Office 파일입니다. 열어서 .docx로 저장하세요.',
  ],
  'It is a Word document of the old kind (.doc): open it and save it as .docx.': [
    'Die Datei ist ein Word-Dokument der alten Art (.doc): Öffnen Sie sie, und speichern Sie sie als .docx.',
    '옛 형식의 Word 문서(.doc)입니다. 열어서 .docx로 저장하세요.',
  ],
  'It is a message of Outlook’s own kind (.msg): save it as .eml or as text.': [
    'Die Datei ist eine Nachricht in Outlooks eigenem Format (.msg): Speichern Sie sie als .eml oder als Text.',
    'Outlook 고유 형식의 메시지(.msg)입니다. .eml이나 텍스트로 저장하세요.',
  ],
  'There is no text in it. If its pages are pictures, it has to be read by a program that recognises text.': [
    'Sie enthält keinen Text. Sind ihre Seiten Bilder, muss ein Programm sie lesen, das Text erkennt.',
    '텍스트가 없습니다. 페이지가 그림이라면 문자 인식 프로그램으로 먼저 읽어야 합니다.',
  ],
  'It is a damaged Word document: open it in Word or another word processor and save it again.': [
    'Die Datei ist ein beschädigtes Word-Dokument: Öffnen Sie sie in Word oder einer anderen Textverarbeitung, und speichern Sie sie neu.',
    '손상된 Word 문서입니다. Word나 다른 문서 편집기에서 열어 다시 저장하세요.',
  ],
  'The file is protected by a password: open it, take the protection off and save it again.': [
    'Die Datei ist durch ein Passwort geschützt: Öffnen Sie sie, heben Sie den Schutz auf, und speichern Sie sie neu.',
    '암호로 보호된 파일입니다. 열어서 보호를 풀고 다시 저장하세요.',
  ],
  'The file is protected by a password: take the protection off and save it again.': [
    'Die Datei ist durch ein Passwort geschützt: Heben Sie den Schutz auf, und speichern Sie sie neu.',
    '암호로 보호된 파일입니다. 보호를 풀고 다시 저장하세요.',
  ],
  'It defines shorthands of its own (XML entities), which are not followed: open it in the program that it was made with and save it again.':
    [
      'Die Datei enthält eigene Abkürzungen (XML-Entitäten), denen nicht gefolgt wird: Öffnen Sie sie in dem Programm, mit dem sie erstellt wurde, und speichern Sie sie neu.',
      '따르지 않는 자체 약어(XML 엔터티)가 정의되어 있습니다. 만든 프로그램에서 열어 다시 저장하세요.',
    ],
  'A part of the file is not sound XML: open it in the program that it was made with and save it again.': [
    'Ein Teil der Datei ist kein einwandfreies XML: Öffnen Sie sie in dem Programm, mit dem sie erstellt wurde, und speichern Sie sie neu.',
    '파일의 일부가 올바른 XML이 아닙니다. 만든 프로그램에서 열어 다시 저장하세요.',
  ],
  'Its parts stand in one another too deeply to be read: open it in the program that it was made with and save it again.': [
    'Die Teile der Datei sind zu tief verschachtelt, um gelesen zu werden: Öffnen Sie sie in dem Programm, mit dem sie erstellt wurde, und speichern Sie sie neu.',
    '너무 깊이 중첩되어 읽을 수 없습니다. 만든 프로그램에서 열어 다시 저장하세요.',
  ],
  'The file is damaged, its parts are not what it says they are: download it or have it sent again.': [
    'Die Datei ist beschädigt, ihre Teile sind nicht, was sie angibt: Laden Sie sie noch einmal herunter, oder lassen Sie sie sich noch einmal schicken.',
    '파일이 손상되어 내용이 목록과 다릅니다. 다시 내려받거나 다시 받으세요.',
  ],
  'The file is packed in a way that is not read: open it and save it again.': [
    'Die Datei ist auf eine Weise gepackt, die nicht gelesen wird: Öffnen Sie sie, und speichern Sie sie neu.',
    '읽지 않는 방식으로 압축된 파일입니다. 열어서 다시 저장하세요.',
  ],
  'The file is damaged: download it or have it sent again.': [
    'Die Datei ist beschädigt: Laden Sie sie noch einmal herunter, oder lassen Sie sie sich noch einmal schicken.',
    '파일이 손상되었습니다. 다시 내려받거나 다시 받으세요.',
  ],
  'The file is damaged, a part of it is missing: get it again.': [
    'Die Datei ist beschädigt, ein Teil fehlt: Besorgen Sie sie noch einmal.',
    '파일이 손상되어 일부가 없습니다. 다시 구하세요.',
  ],
  'The file is cut off or damaged: download it or have it sent again.': [
    'Die Datei ist abgeschnitten oder beschädigt: Laden Sie sie noch einmal herunter, oder lassen Sie sie sich noch einmal schicken.',
    '파일이 잘렸거나 손상되었습니다. 다시 내려받거나 다시 받으세요.',
  ],
  'Unpacked, the file is far larger than a text can be, as in files that are made to fill the memory: it is not read. Save its text as a file of its own.':
    [
      'Entpackt ist die Datei weit größer, als ein Text sein kann, wie bei Dateien, die den Speicher füllen sollen: Sie wird nicht gelesen. Speichern Sie ihren Text als eigene Datei.',
      '압축을 풀면 글이라고 볼 수 없을 만큼 커서 읽지 않습니다. 메모리를 채우려고 만든 파일일 수 있습니다. 텍스트를 별도의 파일로 저장하세요.',
    ],
  'The parts of the file overlap, as in files that are made to fill the memory: it is not read. Get it from another place.': [
    'Die Teile der Datei überschneiden sich, wie bei Dateien, die den Speicher füllen sollen: Sie wird nicht gelesen. Besorgen Sie sie aus einer anderen Quelle.',
    '파일의 부분들이 겹쳐 있어 읽지 않습니다. 메모리를 채우려고 만든 파일일 수 있습니다. 다른 곳에서 구하세요.',
  ],
  'It is a package of {0} parts and those of more than {1} are not read: save its text as a file of its own.': [
    'Die Datei ist ein Paket aus {0} Teilen, und solche aus mehr als {1} werden nicht gelesen: Speichern Sie ihren Text als eigene Datei.',
    '{0}개 부분으로 된 꾸러미입니다. {1}개가 넘으면 읽지 않으니 텍스트를 별도의 파일로 저장하세요.',
  ],
};
