/** A moment as the clock of this machine has it: ISO 8601 with the offset from UTC, to the minute. */
export function localTime(moment: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join('-');
  const ahead = -moment.getTimezoneOffset();
  const offset = `${ahead < 0 ? '-' : '+'}${two(Math.floor(Math.abs(ahead) / 60))}:${two(Math.abs(ahead) % 60)}`;
  return `${day}T${two(moment.getHours())}:${two(moment.getMinutes())}:00${offset}`;
}
