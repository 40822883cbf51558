import type { Table } from './voice.ts';

/** What is said of the values of settings while a project file is being written. */
export const VALUES: Table = {
  'Whether this is the topmost project file: with `true`, no `.verbatim.yaml` in a folder above it counts. Without it those above fill in what this one leaves open.':
    [
      'Ob dies die oberste Projektdatei ist: Mit `true` zählt keine `.verbatim.yaml` in einem Ordner darüber. Sonst ergänzen die darüber, was diese offen lässt.',
      '이 파일이 맨 위의 프로젝트 파일인지를 정합니다. `true`이면 상위 폴더의 `.verbatim.yaml` 파일은 적용되지 않습니다. 아니면 이 파일이 비워 둔 것을 상위 파일이 채웁니다.',
    ],
  'No project file above this one counts.': ['Keine Projektdatei darüber zählt.', '상위 프로젝트 파일은 적용되지 않습니다.'],
  'Those above fill in what this one leaves open (the default).': [
    'Die darüber ergänzen, was diese offen lässt (Vorgabe).',
    '이 파일이 비워 둔 것을 상위 파일이 채웁니다(기본값).',
  ],
  'The source’s words, but for typography, spelling, figures and the case of a first letter; mended grammar is a warning.': [
    'Der Wortlaut der Quelle bis auf Typografie, Schreibweise, Ziffern und den ersten Buchstaben; angepasste Grammatik ist eine Warnung.',
    '조판, 철자, 숫자 표기와 첫 글자의 대소문자를 빼고 출처의 표현 그대로여야 합니다. 문법을 고치면 경고합니다.',
  ],
  'As strict; mended grammar, and a bracket in place of a word, are reported as information.': [
    'Wie strict; angepasste Grammatik und eine Klammer anstelle eines Wortes sind nur ein Hinweis.',
    'strict와 같되, 고친 문법과 단어를 대신한 괄호는 정보로 알립니다.',
  ],
  'As strict; a bracket may stand in place of a word.': [
    'Wie strict; eine Klammer darf anstelle eines Wortes stehen.',
    'strict와 같되, 괄호가 단어를 대신해도 됩니다.',
  ],
  'Every letter counts: case, punctuation, spelling and figures too; mended grammar is an error.': [
    'Jeder Buchstabe zählt, auch Großschreibung, Zeichensetzung, Schreibweise und Ziffern; angepasste Grammatik ist ein Fehler.',
    '대소문자, 문장 부호, 철자, 숫자 표기까지 모든 글자를 따집니다. 문법을 고치면 오류입니다.',
  ],
  'With every change of the draft.': ['Bei jeder Änderung des Entwurfs.', '초고가 바뀔 때마다 검사합니다.'],
  'When the draft is opened and when it is saved.': [
    'Wenn der Entwurf geöffnet und wenn er gespeichert wird.',
    '초고를 열 때와 저장할 때 검사합니다.',
  ],
  'When you run “Check This Draft Now”, and never else.': [
    'Wenn Sie „Diesen Entwurf jetzt prüfen“ ausführen, sonst nie.',
    '‘지금 이 초고 검사’를 실행할 때만 검사합니다.',
  ],
  'In brackets: (Saltmere Gazette, 12 March 2024).': [
    'In Klammern: (Saltmere Gazette, 12 March 2024).',
    '괄호 안에 적습니다: (Saltmere Gazette, 12 March 2024).',
  ],
  'In brackets, as a link to the article’s address or file.': [
    'In Klammern, als Link zur Adresse oder Datei des Artikels.',
    '괄호 안에, 기사의 주소나 파일로 가는 링크로 적습니다.',
  ],
  'As a footnote at the draft’s end, with the title.': [
    'Als Fußnote am Ende des Entwurfs, mit dem Titel.',
    '초고 끝에 제목과 함께 각주로 적습니다.',
  ],
  'Not reported.': ['Wird nicht gemeldet.', '알리지 않습니다.'],
  'Barely visible in the editor, and nothing on the command line fails for it.': [
    'Im Editor kaum zu sehen; auf der Befehlszeile scheitert nichts daran.',
    '편집기에서 거의 보이지 않으며, 명령줄에서 실패로 치지 않습니다.',
  ],
  'Underlined, without a warning.': ['Unterstrichen, ohne Warnung.', '경고 없이 밑줄을 긋습니다.'],
  'A warning; the command line fails for it with --max-warnings.': [
    'Eine Warnung; die Befehlszeile scheitert daran mit --max-warnings.',
    '경고입니다. 명령줄은 --max-warnings 설정에 따라 실패로 칩니다.',
  ],
  'An error; the command line fails for it.': ['Ein Fehler; die Befehlszeile scheitert daran.', '오류입니다. 명령줄은 실패로 칩니다.'],
  'Glob patterns of the files that are sources, as seen from each corpus folder; all that can be read where it is left out.': [
    'Glob-Muster der Dateien, die Quellen sind, von jedem Quellenordner aus; ohne sie alle, die gelesen werden können.',
    '출처인 파일의 glob 패턴입니다. 각 출처 폴더를 기준으로 하며, 비워 두면 읽을 수 있는 모든 파일입니다.',
  ],
  'Glob patterns of files that are no sources, though `include` has them.': [
    'Glob-Muster von Dateien, die keine Quellen sind, obwohl `include` sie hat.',
    '`include` 패턴에 들어맞아도 출처가 아닌 파일의 glob 패턴입니다.',
  ],
};
