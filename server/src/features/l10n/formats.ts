import type { Table } from './voice.ts';

/** What is told of mails, books, pages, feeds and PDF files, as text. */
export const FORMATS: Table = {
  'The mail is over 64 MB long and is not read: save it without its attachments.': [
    'Die E-Mail ist über 64 MB groß und wird nicht gelesen: Speichern Sie sie ohne ihre Anhänge.',
    '이메일이 64MB를 넘어 읽지 않습니다. 첨부 파일 없이 저장하세요.',
  ],
  'There is no text in the mail.': ['Die E-Mail enthält keinen Text.', '이메일에 텍스트가 없습니다.'],
  'It is not a mail as mail programs save them: if it is plain text, give it the ending .txt.': [
    'Dies ist keine E-Mail, wie E-Mail-Programme sie speichern: Ist es reiner Text, geben Sie der Datei die Endung .txt.',
    '메일 프로그램이 저장한 이메일이 아닙니다. 일반 텍스트라면 확장자를 .txt로 바꾸세요.',
  ],
  'It has more parts than a mail has: save the mail again, or its text.': [
    'Sie hat mehr Teile, als eine E-Mail hat: Speichern Sie die E-Mail neu, oder ihren Text.',
    '이메일이라기에는 부분이 너무 많습니다. 이메일을 다시 저장하거나 텍스트만 저장하세요.',
  ],
  'The mail is damaged: save it again.': ['Die E-Mail ist beschädigt: Speichern Sie sie neu.', '이메일이 손상되었습니다. 다시 저장하세요.'],
  'It has an attachment, {0}, which was not read: save it beside the mail.': [
    'Sie hat einen Anhang, {0}, der nicht gelesen wurde: Speichern Sie ihn neben der E-Mail.',
    '첨부 파일 {0}은(는) 읽지 않았습니다. 이메일 옆에 저장하세요.',
  ],
  'It has attachments that were not read ({0} and others): save them beside the mail.': [
    'Sie hat Anhänge, die nicht gelesen wurden ({0} und andere): Speichern Sie sie neben der E-Mail.',
    '읽지 않은 첨부 파일이 있습니다({0} 등). 이메일 옆에 저장하세요.',
  ],
  'It has attachments that were not read ({0}): save them beside the mail.': [
    'Sie hat Anhänge, die nicht gelesen wurden ({0}): Speichern Sie sie neben der E-Mail.',
    '읽지 않은 첨부 파일이 있습니다({0}). 이메일 옆에 저장하세요.',
  ],
  'There is no text in the book: its pages are pictures, or it is damaged.': [
    'Das Buch enthält keinen Text: Seine Seiten sind Bilder, oder es ist beschädigt.',
    '책에 텍스트가 없습니다. 페이지가 그림이거나 파일이 손상되었습니다.',
  ],
  'A part of the book is left out ({0} and {1} more): {2}': [
    'Ein Teil des Buches fehlt ({0} und {1} weitere): {2}',
    '책의 일부가 빠졌습니다({0} 외 {1}건): {2}',
  ],
  'A part of the book is left out ({0}): {1}': ['Ein Teil des Buches fehlt ({0}): {1}', '책의 일부가 빠졌습니다({0}): {1}'],
  'The book does not say what is in it: it is damaged. Get it again, or convert it to a new EPUB with a program for e-books.': [
    'Das Buch sagt nicht, was es enthält: Es ist beschädigt. Besorgen Sie es noch einmal, oder wandeln Sie es mit einem Programm für E-Books in ein neues EPUB um.',
    '책의 목록이 없습니다. 파일이 손상되었으니 다시 구하거나 전자책 프로그램으로 새 EPUB을 만드세요.',
  ],
  'The book is protected against copying (DRM), so that its text cannot be read: put what you quote from it into a text file, with the page.':
    [
      'Das Buch hat einen Kopierschutz (DRM), sodass sein Text nicht gelesen werden kann: Schreiben Sie, was Sie daraus zitieren, mit Seitenzahl in eine Textdatei.',
      '복사 방지(DRM)가 걸려 있어 읽을 수 없습니다. 인용할 부분을 쪽수와 함께 텍스트 파일에 옮겨 적으세요.',
    ],
  'There is no page in this web archive: open it in a browser and save it again as “complete”.': [
    'Dieses Webarchiv enthält keine Seite: Öffnen Sie es im Browser, und speichern Sie es noch einmal als „vollständig“.',
    '웹 보관 파일에 페이지가 없습니다. 브라우저에서 열어 ‘전체’로 다시 저장하세요.',
  ],
  'The web archive is too large to be read: save the page without its pictures.': [
    'Das Webarchiv ist zu groß, um gelesen zu werden: Speichern Sie die Seite ohne ihre Bilder.',
    '웹 보관 파일이 너무 커서 읽을 수 없습니다. 그림 없이 페이지를 저장하세요.',
  ],
  'This page has no text in it; it may be filled in only when a browser opens it. Open it in a browser and save it as “complete”, or paste its text into a text file.':
    [
      'Diese Seite enthält keinen Text; vielleicht wird sie erst gefüllt, wenn ein Browser sie öffnet. Öffnen Sie sie im Browser, und speichern Sie sie als „vollständig“, oder fügen Sie ihren Text in eine Textdatei ein.',
      '페이지에 텍스트가 없습니다. 브라우저로 열어야 채워지는 페이지일 수 있습니다. 브라우저에서 열어 ‘전체’로 저장하거나 텍스트 파일에 붙여 넣으세요.',
    ],
  'The page is longer than any article, and only its first part was read. Save the article on its own.': [
    'Die Seite ist länger als jeder Artikel, und nur ihr erster Teil wurde gelesen. Speichern Sie den Artikel für sich.',
    '페이지가 기사라기에는 너무 길어 앞부분만 읽었습니다. 기사만 따로 저장하세요.',
  ],
  'There is no news article in this JSON file that Verbatim knows the form of (ninjs, schema.org, JSON Feed, or objects with a “title” and a “text”): take it out of the corpus if it is something else.':
    [
      'In dieser JSON-Datei gibt es keinen Artikel in einer Form, die Verbatim kennt (ninjs, schema.org, JSON Feed oder Objekte mit „title“ und „text“): Nehmen Sie sie aus den Quellen heraus, wenn sie etwas anderes ist.',
      '이 JSON 파일에는 Verbatim이 아는 형식(ninjs, schema.org, JSON Feed, ‘title’과 ‘text’가 있는 객체)의 기사가 없습니다. 다른 파일이라면 출처에서 빼세요.',
    ],
  'There is no article in this file: it describes pictures, sound or events.': [
    'In dieser Datei gibt es keinen Artikel: Sie beschreibt Bilder, Töne oder Ereignisse.',
    '이 파일에는 기사가 없습니다. 사진, 음성, 행사 등을 설명하는 파일입니다.',
  ],
  'There is no article in this file: it describes pictures, events or terms.': [
    'In dieser Datei gibt es keinen Artikel: Sie beschreibt Bilder, Ereignisse oder Begriffe.',
    '이 파일에는 기사가 없습니다. 사진, 행사, 용어 등을 설명하는 파일입니다.',
  ],
  'The file is not valid JSON and was not read: export it again, or mend that place.': [
    'Die Datei ist kein gültiges JSON und wurde nicht gelesen: Exportieren Sie sie neu, oder berichtigen Sie die Stelle.',
    '올바른 JSON이 아니어서 읽지 않았습니다. 다시 내보내거나 해당 부분을 고치세요.',
  ],
  'The file is not valid JSON (line {0}) and was not read: export it again, or mend that place.': [
    'Die Datei ist kein gültiges JSON (Zeile {0}) und wurde nicht gelesen: Exportieren Sie sie neu, oder berichtigen Sie die Stelle.',
    '올바른 JSON이 아니어서({0}행) 읽지 않았습니다. 다시 내보내거나 해당 부분을 고치세요.',
  ],
  '{0} lines are not valid JSON; the first {1} are named.': [
    '{0} Zeilen sind kein gültiges JSON; die ersten {1} sind genannt.',
    '{0}개 행이 올바른 JSON이 아닙니다. 처음 {1}개만 표시합니다.',
  ],
  '1 line is no article and was left out, the first of them line {0}.': [
    '1 Zeile ist kein Artikel und wurde ausgelassen, Zeile {0}.',
    '기사가 아닌 1개 행을 제외했습니다({0}행).',
  ],
  '{0} lines are no articles and were left out, the first of them line {1}.': [
    '{0} Zeilen sind keine Artikel und wurden ausgelassen, die erste ist Zeile {1}.',
    '기사가 아닌 {0}개 행을 제외했습니다. 첫 행은 {1}행입니다.',
  ],
  'Line {0} is too long to be an article and was left out; the other lines were read.': [
    'Zeile {0} ist zu lang für einen Artikel und wurde ausgelassen; die anderen Zeilen wurden gelesen.',
    '{0}행은 기사라기에는 너무 길어 제외했습니다. 나머지 행은 읽었습니다.',
  ],
  'Line {0} is not valid JSON and was left out; the other lines were read.': [
    'Zeile {0} ist kein gültiges JSON und wurde ausgelassen; die anderen Zeilen wurden gelesen.',
    '{0}행은 올바른 JSON이 아니어서 제외했습니다. 나머지 행은 읽었습니다.',
  ],
  'The markup of {0} is too tangled to be read: save the page itself instead.': [
    'Die Auszeichnung von {0} ist zu verworren, um gelesen zu werden: Speichern Sie stattdessen die Seite selbst.',
    '{0}의 마크업이 너무 복잡해 읽을 수 없습니다. 페이지 자체를 저장하세요.',
  ],
  'an item without a title': ['ein Beitrag ohne Titel', '제목 없는 항목'],
  'There is no text in it: it only says that there is an article. Save the article itself.': [
    'Sie enthält keinen Text, sondern sagt nur, dass es einen Artikel gibt. Speichern Sie den Artikel selbst.',
    '텍스트 없이 기사가 있다는 사실만 들어 있습니다. 기사 자체를 저장하세요.',
  ],
  'None of its {0} items has any text: save the articles themselves.': [
    'Keiner ihrer {0} Beiträge hat Text: Speichern Sie die Artikel selbst.',
    '{0}개 항목에 모두 텍스트가 없습니다. 기사 자체를 저장하세요.',
  ],
  '1 of its {0} items has no text and was left out: {1}.': [
    '1 ihrer {0} Beiträge hat keinen Text und wurde ausgelassen: {1}.',
    '{0}개 항목 가운데 1개에 텍스트가 없어 제외했습니다: {1}.',
  ],
  '{0} of its {1} items have no text and were left out: {2}.': [
    '{0} ihrer {1} Beiträge haben keinen Text und wurden ausgelassen: {2}.',
    '{1}개 항목 가운데 {0}개에 텍스트가 없어 제외했습니다: {2}.',
  ],
  'The article is only a summary here, so that what it leaves out will not be found: save the full text to check against it.': [
    'Der Artikel ist hier nur eine Zusammenfassung; was sie auslässt, wird nicht gefunden: Speichern Sie den vollständigen Text, um an ihm zu prüfen.',
    '기사의 요약만 있어 빠진 내용은 찾을 수 없습니다. 대조하려면 전문을 저장하세요.',
  ],
  'All {0} articles are only a summary here, so that what it leaves out will not be found: save the full text to check against it.': [
    'Alle {0} Artikel sind hier nur Zusammenfassungen; was sie auslassen, wird nicht gefunden: Speichern Sie die vollständigen Texte, um an ihnen zu prüfen.',
    '기사 {0}건 모두 요약만 있어 빠진 내용은 찾을 수 없습니다. 대조하려면 전문을 저장하세요.',
  ],
  '1 of the {0} articles is only a summary here, so that what it leaves out will not be found: save the full text to check against it.': [
    '1 der {0} Artikel ist hier nur eine Zusammenfassung; was sie auslässt, wird nicht gefunden: Speichern Sie den vollständigen Text, um an ihm zu prüfen.',
    '기사 {0}건 가운데 1건은 요약만 있어 빠진 내용은 찾을 수 없습니다. 대조하려면 전문을 저장하세요.',
  ],
  '{0} of the {1} articles are only a summary here, so that what it leaves out will not be found: save the full text to check against it.':
    [
      '{0} der {1} Artikel sind hier nur Zusammenfassungen; was sie auslassen, wird nicht gefunden: Speichern Sie die vollständigen Texte, um an ihnen zu prüfen.',
      '기사 {1}건 가운데 {0}건은 요약만 있어 빠진 내용은 찾을 수 없습니다. 대조하려면 전문을 저장하세요.',
    ],
  'This PDF opens only with a password: save a copy without one, and keep that as the source.': [
    'Dieses PDF lässt sich nur mit einem Passwort öffnen: Speichern Sie eine Kopie ohne Passwort, und nehmen Sie diese als Quelle.',
    '암호가 있어야 열리는 PDF입니다. 암호 없는 사본을 저장해 출처로 쓰세요.',
  ],
  'This file is damaged or no PDF: get it again from where it comes from, or save it anew as PDF from a program that opens it.': [
    'Diese Datei ist beschädigt oder kein PDF: Besorgen Sie sie noch einmal, oder speichern Sie sie aus einem Programm, das sie öffnet, neu als PDF.',
    '파일이 손상되었거나 PDF가 아닙니다. 원래 있던 곳에서 다시 구하거나 열 수 있는 프로그램에서 PDF로 새로 저장하세요.',
  ],
  'A part of this PDF unpacks to far more than any text needs, and it was not read: save it anew from a program that opens it.': [
    'Ein Teil dieses PDF ist entpackt weit größer, als ein Text sein kann, und es wurde nicht gelesen: Speichern Sie es aus einem Programm, das es öffnet, neu.',
    'PDF의 일부가 압축을 풀면 글이라고 볼 수 없을 만큼 커서 읽지 않았습니다. 열 수 있는 프로그램에서 새로 저장하세요.',
  ],
  'This PDF has no pages.': ['Dieses PDF hat keine Seiten.', '페이지가 없는 PDF입니다.'],
  'This PDF has pictures of pages and no text: run text recognition (OCR) over it first, and keep the PDF that this gives as the source.': [
    'Dieses PDF enthält Bilder von Seiten und keinen Text: Lassen Sie zuerst eine Texterkennung (OCR) darüberlaufen, und nehmen Sie das PDF, das dabei entsteht, als Quelle.',
    '텍스트 없이 페이지 그림만 있는 PDF입니다. 먼저 문자 인식(OCR)을 하고, 그렇게 만든 PDF를 출처로 쓰세요.',
  ],
  'The text of this PDF cannot be read, since the fonts do not say which letters their shapes are: save it anew from the original document, or run text recognition (OCR) over it.':
    [
      'Der Text dieses PDF ist nicht lesbar, da die Schriften nicht sagen, für welche Buchstaben ihre Zeichen stehen: Speichern Sie es aus dem ursprünglichen Dokument neu, oder lassen Sie eine Texterkennung (OCR) darüberlaufen.',
      '글꼴에 글자 정보가 없어 PDF의 텍스트를 읽을 수 없습니다. 원래 문서에서 새로 저장하거나 문자 인식(OCR)을 하세요.',
    ],
  'Some letters of this PDF cannot be read, since its fonts do not say which they are: compare quotations with the pages themselves.': [
    'Einige Buchstaben dieses PDF sind nicht lesbar, da seine Schriften nicht sagen, welche es sind: Vergleichen Sie Zitate mit den Seiten selbst.',
    '글꼴에 정보가 없어 PDF의 일부 글자를 읽을 수 없습니다. 인용문을 페이지와 직접 대조하세요.',
  ],
  '{0} cannot be read, since the fonts do not say which letters their shapes are: save it anew from the original document, or run text recognition (OCR) over it.':
    [
      'Nicht lesbar: {0}. Die Schriften sagen nicht, für welche Buchstaben ihre Zeichen stehen: Speichern Sie das PDF aus dem ursprünglichen Dokument neu, oder lassen Sie eine Texterkennung (OCR) darüberlaufen.',
      '{0}: 글꼴에 글자 정보가 없어 읽을 수 없습니다. 원래 문서에서 새로 저장하거나 문자 인식(OCR)을 하세요.',
    ],
  '{0} have no text: if they show any, run text recognition (OCR) over this PDF first.': [
    'Ohne Text: {0}. Ist dort welcher zu sehen, lassen Sie zuerst eine Texterkennung (OCR) über das PDF laufen.',
    '{0}: 텍스트가 없습니다. 글이 보인다면 먼저 PDF에 문자 인식(OCR)을 하세요.',
  ],
  'Page {0} of this PDF': ['Seite {0} dieses PDF', '이 PDF의 {0}쪽'],
  'Some pages of this PDF ({0}{1})': ['einige Seiten dieses PDF ({0}{1})', '이 PDF의 일부 페이지({0}{1})'],
  'There is next to no text on the page of this PDF: if it shows more than that, run text recognition (OCR) over it first.': [
    'Auf der Seite dieses PDF steht so gut wie kein Text: Ist mehr zu sehen, lassen Sie zuerst eine Texterkennung (OCR) darüberlaufen.',
    'PDF 페이지에 텍스트가 거의 없습니다. 글이 더 보인다면 먼저 문자 인식(OCR)을 하세요.',
  ],
  'There is next to no text on the pages of this PDF: if it shows more than that, run text recognition (OCR) over it first.': [
    'Auf den Seiten dieses PDF steht so gut wie kein Text: Ist mehr zu sehen, lassen Sie zuerst eine Texterkennung (OCR) darüberlaufen.',
    'PDF 페이지들에 텍스트가 거의 없습니다. 글이 더 보인다면 먼저 문자 인식(OCR)을 하세요.',
  ],
  'This PDF takes too long to read: only the first page was read, of {0}. Split it into several files to have all of it.': [
    'Dieses PDF zu lesen dauert zu lange: Nur die erste von {0} Seiten wurde gelesen. Teilen Sie es in mehrere Dateien, um alles zu haben.',
    '읽는 데 너무 오래 걸려 {0}쪽 가운데 첫 쪽만 읽었습니다. 모두 읽으려면 여러 파일로 나누세요.',
  ],
  'This PDF takes too long to read: only the first {0} pages were read, of {1}. Split it into several files to have all of it.': [
    'Dieses PDF zu lesen dauert zu lange: Nur die ersten {0} von {1} Seiten wurden gelesen. Teilen Sie es in mehrere Dateien, um alles zu haben.',
    '읽는 데 너무 오래 걸려 {1}쪽 가운데 처음 {0}쪽만 읽었습니다. 모두 읽으려면 여러 파일로 나누세요.',
  ],
  '{0} is damaged and was not read in full: open the file to see what stands there.': [
    'Beschädigt und nicht ganz gelesen: {0}. Öffnen Sie die Datei, um zu sehen, was dort steht.',
    '{0}: 손상되어 다 읽지 못했습니다. 파일을 열어 내용을 확인하세요.',
  ],
  '{0} are damaged and were not read in full: open the file to see what stands there.': [
    'Beschädigt und nicht ganz gelesen: {0}. Öffnen Sie die Datei, um zu sehen, was dort steht.',
    '{0}: 손상되어 다 읽지 못했습니다. 파일을 열어 내용을 확인하세요.',
  ],
  'The file is not valid XML and was not read: save or export it again.': [
    'Die Datei ist kein gültiges XML und wurde nicht gelesen: Speichern oder exportieren Sie sie neu.',
    '올바른 XML이 아니어서 읽지 않았습니다. 다시 저장하거나 내보내세요.',
  ],
  'The file defines abbreviations (entities) of its own: for safety they are left as they are written.': [
    'Die Datei enthält eigene Abkürzungen (Entitäten): Zur Sicherheit bleiben sie, wie sie geschrieben sind.',
    '자체 약어(엔터티)가 정의되어 있습니다. 안전을 위해 적힌 그대로 둡니다.',
  ],
  'This is a web page under the ending of XML: give it the ending .html.': [
    'Dies ist eine Webseite mit der Endung von XML: Geben Sie ihr die Endung .html.',
    '확장자는 XML이지만 웹 페이지입니다. 확장자를 .html로 바꾸세요.',
  ],
  'This XML file is no news that Verbatim knows the form of (NewsML-G2, NITF, RSS, Atom; it begins with “{0}”): take it out of the corpus if it is something else.':
    [
      'Diese XML-Datei enthält keine Nachrichten in einer Form, die Verbatim kennt (NewsML-G2, NITF, RSS, Atom; sie beginnt mit „{0}“): Nehmen Sie sie aus den Quellen heraus, wenn sie etwas anderes ist.',
      '이 XML 파일은 Verbatim이 아는 뉴스 형식(NewsML-G2, NITF, RSS, Atom)이 아닙니다(‘{0}’(으)로 시작함). 다른 파일이라면 출처에서 빼세요.',
    ],
  'The feed is not well-formed XML or breaks off, and was not read: save it again.': [
    'Der Feed ist kein wohlgeformtes XML oder bricht ab und wurde nicht gelesen: Speichern Sie ihn neu.',
    '피드가 올바른 XML이 아니거나 중간에 끊겨 읽지 않았습니다. 다시 저장하세요.',
  ],
  'There is no article in this feed.': ['In diesem Feed gibt es keinen Artikel.', '이 피드에는 기사가 없습니다.'],
  'The file is nested too deeply or is no valid XML, and was not read: export it again.': [
    'Die Datei ist zu tief verschachtelt oder kein gültiges XML und wurde nicht gelesen: Exportieren Sie sie neu.',
    '너무 깊이 중첩되었거나 올바른 XML이 아니어서 읽지 않았습니다. 다시 내보내세요.',
  ],
  'The file is not well-formed XML or breaks off: what could be made out was read.': [
    'Die Datei ist kein wohlgeformtes XML oder bricht ab: Was zu erkennen war, wurde gelesen.',
    '올바른 XML이 아니거나 중간에 끊겼습니다. 알아볼 수 있는 것만 읽었습니다.',
  ],
  'This is a package, which only points at articles: save the articles that it names.': [
    'Dies ist ein Paket, das nur auf Artikel verweist: Speichern Sie die Artikel, die es nennt.',
    '기사를 가리키기만 하는 꾸러미입니다. 거기에 적힌 기사를 저장하세요.',
  ],
};
