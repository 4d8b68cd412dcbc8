import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { findPostgres } from './lib/testing/find-postgres.ts'

const root = fileURLToPath(new URL('.', import.meta.url))
const all = globSync('{lib,components,app}/**/*.test.ts', { cwd: root })

/**
 * Time is measured after all other tests, by what processor time a thread takes: two files of it at once, for that is
 * slower or faster for short and long texts alike.
 */
const measuring = all.filter(file => /\/linear-time[^/]*$/.test(file))

/**
 * Words of tests that set what belongs to the whole process: mocks, its environment, its signals and priority, the library
 * that it serves. Each has a process of its own; the others share some, for loading the reader takes longer than most tests.
 */
const ofProcess =
  /\bvi\.(mock|stub|spyOn|useFake)|\bprocess\.(env\.\w+ \??=[^=]|on\(|once\(|chdir|umask)|\b[gs]etPriority\(|\bgetLibrary\(|'@\/app\//
const apart = all.filter(
  file => !measuring.includes(file) && ofProcess.test(readFileSync(root + file, 'utf8')),
)

/**
 * Tests of a library that ask nothing of one kind of database run once more on PostgreSQL, where this machine has one, and say
 * the same there.
 */
const ofLibraries = all.filter(
  file =>
    file.startsWith('lib/library/') &&
    /\b(placeForTests|libraryForTests)\(/.test(readFileSync(root + file, 'utf8')),
)
const postgres = findPostgres()
if ('reason' in postgres && process.env.VITEST_WORKER_ID === undefined)
  console.log(`Tests of the library on PostgreSQL are skipped: ${postgres.reason}.`)

/** Pages are drawn by the React that is served, which takes a third of the time of the other. */
const own = {
  resolve: { alias: { '@': root } },
  oxc: { jsx: { runtime: 'automatic', development: false } },
} as const
const env = { NODE_ENV: 'production' }

export default defineConfig({
  test: {
    // By itself Vitest leaves one processor to the process that only collects results.
    maxWorkers: '100%',
    projects: [
      {
        ...own,
        test: {
          name: 'together',
          include: all,
          exclude: [...apart, ...measuring],
          isolate: false,
          testTimeout: 30_000,
          env,
        },
      },
      ...('reason' in postgres
        ? []
        : [
            {
              ...own,
              test: {
                name: 'postgres',
                include: ofLibraries,
                globalSetup: './lib/testing/postgres-setup.ts',
                testTimeout: 30_000,
                env,
              },
            },
          ]),
      { ...own, test: { name: 'apart', include: apart, testTimeout: 30_000, env } },
      { ...own, test: { name: 'measuring', include: measuring, sequence: { groupOrder: 1 }, env } },
    ],
  },
})
