import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Tests read what the tool says in English, whatever machine they run on.
    env: { LC_ALL: 'C' },
  },
});
