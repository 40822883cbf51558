import type { SettingsPage } from '../features/settingsFile.ts';
import { PROJECT_FILE } from '../service/configuration.ts';
import { fileNameOf } from '../service/configurationPaths.ts';
import type { Documents } from './documents.ts';
import type { Stets } from './stets.ts';
import { today } from './today.ts';
import type { Traits } from './traits.ts';
import type { Workspace } from './workspace.ts';

/** As much of a session as is looked at. */
interface World {
  readonly documents: Documents;
  readonly workspace: Workspace;
  readonly stets: Stets;
  readonly traits: Traits;
}

/** An open document as a project file, or as one of what is let stand; null for everything else, which costs nothing. */
export function settingsPage({ documents, workspace, stets, traits }: World, uri: string): SettingsPage | null {
  const document = documents.get(uri);
  if (!document) return null;
  const path = workspace.pathOf(document);
  const form = fileNameOf(path) === PROJECT_FILE ? 'project' : stets.isFile(path) ? 'stet' : null;
  return form && { text: document.text, form, encoding: traits.encoding, voice: traits.voice, today: today() };
}
