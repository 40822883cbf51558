// Loaded into the server before its own program: tells whoever asks over Node's channel how busy its main thread was.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';

/** What a server's main thread has done so far. */
export interface Busy {
  /** Milliseconds of the processor; those of other threads, and waiting for the processor, do not count. */
  readonly busy: number;
  /** The longest time since it was last asked that nothing else had its turn, in milliseconds; what others use of the machine counts. */
  readonly held: number;
}

const RESOLUTION_MS = 1;

const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
process.on('message', () => {
  const { user, system } = process.threadCpuUsage();
  const answer: Busy = { busy: (user + system) / 1000, held: delay.max / 1e6 };
  delay.reset();
  process.send?.(answer);
});
// Who hangs up over the pipe must not be kept waiting for this channel.
process.channel?.unref();
