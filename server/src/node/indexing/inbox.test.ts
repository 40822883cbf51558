import { expect, it } from 'vitest';
import { Inbox } from './inbox.ts';

it('what comes in is taken out in order, sooner or later', async () => {
  const inbox = new Inbox<number>();
  inbox.put(1);
  inbox.put(2);
  expect([await inbox.next(), await inbox.next()]).toEqual([1, 2]);
  const third = inbox.next();
  inbox.put(3);
  expect(await third).toBe(3);
});

it('who waits is told of a failure, and so is who asks later', async () => {
  const inbox = new Inbox<number>();
  const waiting = inbox.next();
  inbox.fail(new Error('enough'));
  inbox.put(1);
  await expect(waiting).rejects.toThrow('enough');
  await expect(inbox.next()).rejects.toThrow('enough');
});
