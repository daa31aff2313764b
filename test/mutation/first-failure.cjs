const { TestEnvironment } = require('jest-environment-node');

/** Skips what comes after the first red test: one is enough to catch a mutant, and Jest itself only stops between files. */
module.exports = class extends TestEnvironment {
  hasFailed = false;

  handleTestEvent({ name, test }) {
    if (name === 'test_done') this.hasFailed ||= test.errors.length > 0;
    if (name === 'test_start' && this.hasFailed) test.mode = 'skip';
  }
};
