import { describe, expect, it } from 'vitest';
import { folderOf, serve } from './fixture.ts';
