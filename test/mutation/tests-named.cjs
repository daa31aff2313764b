const { existsSync, readdirSync } = require('node:fs');
const { resolve } = require('node:path');

const listed = (name) => (process.env[name] ?? '').split(',').filter(Boolean);
const isSpec = (path) => path.endsWith('.spec.ts');

/** The specs beside the files and folders of `SPECS`, and the end-to-end tests of `JUDGES`, as paths from here. */
exports.testsNamed = () => {
  const judges = listed('JUDGES').map((name) => `test/${name}.e2e-spec.ts`);
  return {
    files: [...listed('SPECS').flatMap(specsOf), ...judges].map((path) => resolve(path)),
    isEndToEnd: judges.length > 0,
  };
};

function specsOf(path) {
  if (path.endsWith('.ts')) return [path.replace(/\.ts$/, '.spec.ts')].filter(existsSync);
  return readdirSync(path, { recursive: true })
    .filter(isSpec)
    .map((name) => `${path}/${name}`);
}
