import { crc32 } from 'node:zlib';

/** Eight hexadecimal digits and a space. */
const CHECKSUM_LENGTH = 9;

/** One entry with the topic it belongs to. */
export interface JournalLine {
  readonly topic: string;
  readonly entry: unknown;
}

/** `<crc32 in hex> {"topic":…,"entry":…}`, with its newline. */
export function encodeLine(line: JournalLine): string {
  const json = JSON.stringify(line);
  return `${checksum(json)} ${json}\n`;
}

/** @returns `null` when the line is not what was once written. */
export function decodeLine(line: string): JournalLine | null {
  const json = line.slice(CHECKSUM_LENGTH);
  return line.slice(0, CHECKSUM_LENGTH) === `${checksum(json)} ` ? (JSON.parse(json) as JournalLine) : null;
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(8, '0');
}
