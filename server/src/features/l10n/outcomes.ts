import type { Table } from './voice.ts';

/** What is told of commands that the server carried out. */
export const OUTCOMES: Table = {
  'Files of this kind are not checked.': ['Dateien dieser Art werden nicht geprüft.', '이런 종류의 파일은 검사하지 않습니다.'],
  'This file is a source. Sources are not checked.': [
    'Diese Datei ist eine Quelle. Quellen werden nicht geprüft.',
    '이 파일은 출처입니다. 출처는 검사하지 않습니다.',
  ],
  'This file is not checked: the settings “include” and “exclude” leave it out.': [
    'Diese Datei wird nicht geprüft: Die Einstellungen „include“ und „exclude“ nehmen sie aus.',
    '이 파일은 ‘include’와 ‘exclude’ 설정이 제외하므로 검사하지 않습니다.',
  ],
  'Open a draft first.': ['Öffnen Sie zuerst einen Entwurf.', '먼저 초고를 여세요.'],
  'Several drafts are open: name the one that is meant by its address.': [
    'Mehrere Entwürfe sind geöffnet: Nennen Sie den gemeinten mit seiner Adresse.',
    '초고가 여러 개 열려 있습니다. 주소로 하나를 지정하세요.',
  ],
  'Open a file of your sources first: details are kept beside it.': [
    'Öffnen Sie zuerst eine Ihrer Quellen: Die Angaben liegen neben ihr.',
    '먼저 출처 파일을 여세요. 출처 정보는 그 파일 옆에 보관됩니다.',
  ],
  'This editor does not make files for language servers. The command line does: verbatim report.': [
    'Dieser Editor legt für Sprachserver keine Dateien an. Die Befehlszeile tut es: verbatim report.',
    '이 편집기는 언어 서버를 위해 파일을 만들지 않습니다. 명령줄에서 만드세요: verbatim report.',
  ],
  'There is nothing to check against: no sources were found.': [
    'Es gibt nichts, woran geprüft werden kann: Es wurden keine Quellen gefunden.',
    '대조할 출처를 찾지 못했습니다.',
  ],
  'Checked against one article.': ['An einem Artikel geprüft.', '기사 1건과 대조했습니다.'],
  'Checked against {0} articles.': ['An {0} Artikeln geprüft.', '기사 {0}건과 대조했습니다.'],
  'There are no quotations.': ['Es gibt keine Zitate.', '인용문이 없습니다.'],
  '{0} of {1} quotations are verified.': ['{0} von {1} Zitaten sind bestätigt.', '인용문 {1}건 중 {0}건이 확인되었습니다.'],
  'The only quotation is verified.': ['Das einzige Zitat ist bestätigt.', '하나뿐인 인용문이 확인되었습니다.'],
  'The only quotation is not verified.': ['Das einzige Zitat ist nicht bestätigt.', '하나뿐인 인용문이 확인되지 않았습니다.'],
  'There is nothing to report.': ['Es gibt nichts zu beanstanden.', '지적 사항이 없습니다.'],
  'There is one finding.': ['Es gibt einen Befund.', '지적 사항이 1건 있습니다.'],
  'There are {0} findings.': ['Es gibt {0} Befunde.', '지적 사항이 {0}건 있습니다.'],
  'One article was read.': ['Ein Artikel wurde eingelesen.', '기사 1건을 읽었습니다.'],
  '{0} articles were read.': ['{0} Artikel wurden eingelesen.', '기사 {0}건을 읽었습니다.'],
  'One file has problems, which are told with it.': [
    'Eine Datei hat Probleme; sie stehen bei ihr.',
    '파일 1개에 문제가 있습니다. 그 파일에 표시됩니다.',
  ],
  '{0} files have problems, which are told with them.': [
    '{0} Dateien haben Probleme; sie stehen bei ihnen.',
    '파일 {0}개에 문제가 있습니다. 그 파일들에 표시됩니다.',
  ],
  'The report was written to {0}.': ['Der Bericht wurde gespeichert: {0}.', '보고서를 저장했습니다: {0}.'],
};
