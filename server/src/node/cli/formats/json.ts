import { draftReport } from '../../../core/contract.ts';
import type { CheckReport } from '../report.ts';

/** The contract with other programs: one document, positions as the Language Server Protocol counts them. */
export function json(report: CheckReport): string {
  return `${JSON.stringify({ version: 1, drafts: report.drafts.map(draftReport) }, null, 1)}\n`;
}
