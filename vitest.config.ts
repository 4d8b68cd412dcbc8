import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Tests of pure functions share processes: loading the reader takes longer than most of them. */
const pure = [
  'lib/{values,filing,cover,coverage,grid,dimensions,measures,reading,stratification,statistics,checks}/**/*.test.ts',
  'lib/{charts,evidence,explain,export,format,fixtures}/**/*.test.ts',
]
/** Time is measured where nothing else is in memory, after all other tests. */
const measuring = 'lib/fixtures/linear-time.test.ts'
const others = ['lib/**/*.test.ts', 'components/**/*.test.ts', 'app/**/*.test.ts']

const own = {
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
}

export default defineConfig({
  test: {
    projects: [
      {
        ...own,
        test: { name: 'pure', include: pure, exclude: [measuring], isolate: false, testTimeout: 30_000 },
      },
      { ...own, test: { name: 'measuring', include: [measuring], sequence: { groupOrder: 1 } } },
      { ...own, test: { name: 'apart', include: others, exclude: pure, testTimeout: 30_000 } },
    ],
  },
})
