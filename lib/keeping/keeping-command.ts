import { parseArgs } from 'node:util'
import { CopyFault, type CopyFaultCode } from '../library/engines/sqlite/copy-fault.ts'
import { LibraryFault } from '../library/library-fault.ts'
import { libraryFaultWording } from '../library-faults.ts'

/** What a command was asked for: one path, and options without a value. */
export type Asked = { path: string; isJson: boolean; mayReplace: boolean }

/** The command cannot begin as it was given; the sentence says why. */
export class ArgumentFault extends Error {}

/** A file is no backup of what is elsewhere. */
const ofDatabase =
  'DATABASE_URL is set, so the library is in a database. Keep that with pg_dump, or copy it into a folder with npm run move.'

type Command = {
  help: string
  /** What the one path is, for who left it out. */
  wants: string
  wordFault: (code: CopyFaultCode, reason: string) => string
  /** Does it, and gives what became of it: for scripts, and in words. */
  carryOut: (asked: Asked) => Promise<{ done: object; said: string }>
}

/**
 * A command from its arguments to its exit code: 0 when it is done, 1 when it failed, 2 when it cannot begin as it was given.
 * What became of it goes to standard output, in words or as one JSON object; why not as a sentence to standard error, and
 * with `--json` as `{ error }` to standard output too.
 */
export async function runCommand({ help, wants, wordFault, carryOut }: Command): Promise<void> {
  const given = process.argv.slice(2)
  if (given.some(one => one === '--help' || one === '-h')) return print(help)
  const mayEnd = endOnSignals()
  try {
    if (process.env.DATABASE_URL) throw new ArgumentFault(ofDatabase)
    const asked = readArguments(given, wants)
    const { done, said } = await carryOut(asked)
    mayEnd.dispose()
    print(`${asked.isJson ? JSON.stringify(done) : said}\n`)
  } catch (fault) {
    const { code, message } = wordOf(fault, wordFault)
    process.stderr.write(`${message}\n`)
    if (given.includes('--json')) print(`${JSON.stringify({ error: { code, message } })}\n`)
    process.exitCode = fault instanceof ArgumentFault ? 2 : 1
  }
}

function readArguments(given: string[], wants: string): Asked {
  const { values, positionals } = parse(given)
  const [path] = positionals
  if (path === undefined || path === '' || positionals.length > 1) throw new ArgumentFault(wants)
  return { path, isJson: values.json === true, mayReplace: values.replace === true }
}

function parse(args: string[]) {
  try {
    const options = { json: { type: 'boolean' }, replace: { type: 'boolean' } } as const
    return parseArgs({ args, options, allowPositionals: true })
  } catch {
    const wrong = args.find(one => one.startsWith('-') && !['--json', '--replace'].includes(one))
    throw new ArgumentFault(`There is no option ${wrong ?? args.join(' ')}.`)
  }
}

function wordOf(fault: unknown, wordFault: Command['wordFault']): { code: string; message: string } {
  if (fault instanceof ArgumentFault) return { code: 'arguments-are-not-understood', message: fault.message }
  if (fault instanceof CopyFault) return { code: fault.code, message: wordFault(fault.code, fault.message) }
  if (fault instanceof LibraryFault) return { code: fault.code, message: libraryFaultWording[fault.code] }
  throw fault
}

/** What is unfinished goes with the process (`partialFile`), which ends between two of its steps; once done it just ends. */
function endOnSignals(): { dispose: () => void } {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const end = () => {
    process.stderr.write('\nBroken off. Nothing was changed, and nothing unfinished is left.\n')
    process.exit(1)
  }
  for (const signal of signals) process.once(signal, end)
  return {
    dispose: () => {
      for (const signal of signals) process.off(signal, end)
    },
  }
}

function print(text: string): void {
  process.stdout.write(text)
}
