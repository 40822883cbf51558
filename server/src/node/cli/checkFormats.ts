import type { Format } from './report.ts';

/** How `check` writes its report. One line a format, each loaded when it is asked for. */
export const CHECK_FORMATS = {
  pretty: async (report, look) => (await import('./formats/pretty.ts')).pretty(report, look),
  json: async (report) => (await import('./formats/json.ts')).json(report),
  sarif: async (report) => (await import('./formats/sarif.ts')).sarif(report),
  github: async (report) => (await import('./formats/github.ts')).github(report),
  gitlab: async (report) => (await import('./formats/gitlab.ts')).gitlab(report),
  junit: async (report) => (await import('./formats/junit.ts')).junit(report),
  checkstyle: async (report) => (await import('./formats/checkstyle.ts')).checkstyle(report),
} as const satisfies Record<string, Format>;
export type CheckFormat = keyof typeof CHECK_FORMATS;
