// Films the window by a clock of its own: what takes long to happen takes no time in the film, and typing is as even as it
// should look, however busy the machine is.

import type { Box } from '../tour/inPage.ts';
import type { Stage } from '../tour/stage.ts';
import type { Frame } from './png.ts';

/** Milliseconds in the film. */
const FRAME = 40;
const KEY = 32;
const CLICK = 160;
/** Pixels that the pointer goes between two frames, about. */
const STRIDE = 70;
const POINTER = 'filmed-pointer';
const CAPTION = 'filmed-caption';

export class Camera {
  readonly frames: Frame[] = [];
  readonly #stage: Stage;
  #at: { x: number; y: number };

  constructor(stage: Stage, start: { x: number; y: number }) {
    this.#stage = stage;
    this.#at = start;
  }

  /** Lets the window stand as it is for a while. */
  async hold(ms: number): Promise<void> {
    this.frames.push({ png: await this.#stage.page.screenshot({ caret: 'initial', animations: 'allow' }), ms });
  }

  /** Says at the foot of the window what is being done. */
  async caption(text: string): Promise<void> {
    await this.#stage.page.evaluate(showCaption, { id: CAPTION, text });
  }

  /** Types as a person does, one letter a frame. */
  async type(text: string): Promise<void> {
    for (const letter of text) {
      await this.#stage.type(letter, 0);
      await this.hold(KEY);
    }
  }

  /** Moves the pointer to the middle of something, by the way that a hand takes. */
  async moveTo({ x, y, width, height }: Box): Promise<void> {
    const from = this.#at;
    const to = { x: x + width / 2, y: y + height / 2 };
    const steps = Math.max(2, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / STRIDE));
    for (let step = 1; step <= steps; step++) {
      // Slow at both ends.
      const part = (1 - Math.cos((Math.PI * step) / steps)) / 2;
      this.#at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
      await this.#stage.page.mouse.move(this.#at.x, this.#at.y);
      await this.showPointer(false);
      await this.hold(FRAME);
    }
  }

  /** Presses the pointer's button where it is. */
  async click(): Promise<void> {
    await this.showPointer(true);
    await this.hold(CLICK);
    await this.#stage.page.mouse.click(this.#at.x, this.#at.y);
    await this.showPointer(false);
  }

  async showPointer(pressed: boolean): Promise<void> {
    await this.#stage.page.evaluate(drawPointer, { id: POINTER, ...this.#at, pressed });
  }

  /** Takes the pointer away, as editors do while somebody types. */
  async hidePointer(): Promise<void> {
    await this.#stage.page.evaluate((id) => document.getElementById(id)?.remove(), POINTER);
  }
}

/** Runs in the page, which takes no markup as text: everything is made node by node. */
function showCaption({ id, text }: { id: string; text: string }): void {
  let caption = document.getElementById(id);
  if (!caption) {
    caption = document.createElement('div');
    caption.id = id;
    Object.assign(caption.style, {
      position: 'fixed',
      left: '50%',
      bottom: '40px',
      transform: 'translateX(-50%)',
      padding: '9px 20px',
      borderRadius: '20px',
      background: '#17324d',
      color: '#ffffff',
      font: '600 17px/1.3 "DejaVu Sans", sans-serif',
      whiteSpace: 'nowrap',
      pointerEvents: 'none',
      zIndex: '1000000',
    });
    document.body.append(caption);
  }
  caption.textContent = text;
}

/** Runs in the page: an arrow, with a ring round its tip while the button is pressed. */
function drawPointer({ id, x, y, pressed }: { id: string; x: number; y: number; pressed: boolean }): void {
  const svg = 'http://www.w3.org/2000/svg';
  document.getElementById(id)?.remove();
  const pointer = document.createElementNS(svg, 'svg');
  pointer.id = id;
  pointer.setAttribute('viewBox', '-20 -20 60 60');
  Object.assign(pointer.style, { position: 'fixed', left: `${x - 20}px`, top: `${y - 20}px`, width: '60px', height: '60px' });
  Object.assign(pointer.style, { pointerEvents: 'none', zIndex: '1000001' });
  if (pressed) {
    const ring = document.createElementNS(svg, 'circle');
    for (const [name, value] of Object.entries({ r: '13', fill: '#17324d33', stroke: '#17324d', 'stroke-width': '2' })) {
      ring.setAttribute(name, value);
    }
    pointer.append(ring);
  }
  const arrow = document.createElementNS(svg, 'path');
  const drawn = { d: 'M0 0V19L4.6 14.8L7.6 21.6L10.8 20.2L7.8 13.6H14Z', fill: '#000', stroke: '#fff', 'stroke-width': '1.5' };
  for (const [name, value] of Object.entries(drawn)) arrow.setAttribute(name, value);
  pointer.append(arrow);
  document.body.append(pointer);
}
