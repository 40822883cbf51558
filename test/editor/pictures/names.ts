import { SHOTS } from './shots.ts';

/** Pixels to one of the window's: pictures stay sharp where they are shown on a fine screen. */
export const SHARPNESS = 2;
/** The animation. */
export const FILM = 'verbatim';
/** All that docs/images holds, without the ending. */
export const PICTURE_NAMES: readonly string[] = [FILM, ...SHOTS.map(({ name }) => name)];
