import { checkstyle } from './formats/checkstyle.ts';
import { github } from './formats/github.ts';
import { gitlab } from './formats/gitlab.ts';
import { json } from './formats/json.ts';
import { junit } from './formats/junit.ts';
import { pretty } from './formats/pretty.ts';
import { sarif } from './formats/sarif.ts';
import type { Format } from './report.ts';

/** How `check` writes its report. One line a format. */
export const CHECK_FORMATS = { pretty, json, sarif, github, gitlab, junit, checkstyle } as const satisfies Record<string, Format>;
export type CheckFormat = keyof typeof CHECK_FORMATS;
