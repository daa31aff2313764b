const { relative } = require('node:path');
const { testsNamed } = require('./tests-named.cjs');

for (const file of testsNamed().files) {
  describe(relative('.', file), () => {
    require(file);
  });
}
