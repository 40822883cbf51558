import type { Table } from './voice.ts';

/** What an assistant of the editor, and through it the user, is told where it cannot be answered. */
export const ASSISTANTS: Table = {
  'No folder is open whose sources an assistant could ask about.': [
    'Es ist kein Ordner offen, nach dessen Quellen ein Assistent fragen könnte.',
    'AI 도우미가 물어볼 출처가 있는 폴더가 열려 있지 않습니다.',
  ],
  'Assistants are not allowed here: “assistants” is not true in .verbatim.yaml or in the editor’s settings.': [
    'Assistenten sind hier nicht erlaubt: „assistants“ steht weder in .verbatim.yaml noch in den Einstellungen des Editors auf true.',
    '여기서는 AI 도우미를 쓸 수 없습니다. .verbatim.yaml이나 편집기 설정의 ‘assistants’가 true가 아닙니다.',
  ],
  'There are no sources here that can be read.': [
    'Hier gibt es keine Quellen, die gelesen werden können.',
    '여기에는 읽을 수 있는 출처가 없습니다.',
  ],
  '{0} lies in no folder that is open.': ['{0} liegt in keinem offenen Ordner.', '{0}은(는) 열려 있는 폴더 안에 없습니다.'],
  '{0} is a source, not a draft.': ['{0} ist eine Quelle, kein Entwurf.', '{0}은(는) 초고가 아니라 출처입니다.'],
};
