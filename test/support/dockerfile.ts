import { readFileSync } from 'node:fs';

/** One instruction of a Dockerfile, such as `COPY` and what follows it. */
interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** What follows a `FROM`; instructions before the first one are in none. */
export interface Stage {
  readonly image: string;
  readonly instructions: readonly Instruction[];
}

/** Reads the stages of a Dockerfile, with the values of its `ARG`s put in. */
export function readDockerfile(path: string): readonly Stage[] {
  const text = readFileSync(path, 'utf8')
    .replaceAll(/\\\n/g, '')
    .replaceAll(/^#.*\n/gm, '');
  const values = new Map([...text.matchAll(/^ARG (\w+)=(\S+)$/gm)].map(([, name = '', value = '']) => [name, value]));
  return text
    .split(/^FROM /m)
    .slice(1)
    .map((stage) => {
      const [image = '', ...lines] = stage.split('\n');
      return {
        image: image.replace(/\$\{(\w+)\}/, (_, name: string) => values.get(name) ?? ''),
        instructions: lines.filter((line) => line !== '').map(toInstruction),
      };
    });
}

/** What follows every instruction of a name. */
export function all({ instructions }: Stage, name: string): readonly string[] {
  return instructions.filter((instruction) => instruction.name === name).map(({ rest }) => rest);
}

/** What follows the only instruction of a name. */
export function only(stage: Stage, name: string): string {
  const [rest, ...more] = all(stage, name);
  if (rest === undefined || more.length > 0) throw new Error(`there is not one ${name}`);
  return rest;
}

/** The command of a `CMD` or a `HEALTHCHECK`, in the form that needs no shell. */
export function commandOf(rest: string): readonly string[] {
  return JSON.parse(rest.slice(rest.indexOf('['))) as readonly string[];
}

function toInstruction(line: string): Instruction {
  const [name = ''] = line.split(' ', 1);
  return { name, rest: line.slice(name.length).trim() };
}
