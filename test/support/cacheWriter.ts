// Writes one name of a disk cache again and again, for the test of two processes: FOLDER NAME BYTE TIMES.
import { DiskCache } from '../../server/src/node/diskCache.ts';

const [folder = '', name = '', byte = '', times = ''] = process.argv.slice(2);
const cache = new DiskCache(folder);
for (let time = 0; time < Number(times); time++) {
  const pieces = [1, 50_000, 3].map((length) => new Uint8Array(length).fill(Number(byte)));
  await cache.write(name, pieces);
}
