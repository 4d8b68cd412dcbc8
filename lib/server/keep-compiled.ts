import { enableCompileCache } from 'node:module'
import path from 'node:path'

/** Beside the packages, which whoever may write here may change too. */
const folder = path.join(import.meta.dirname, '../../node_modules/.cache/strata-compiled')

/**
 * Have this process, its threads and the processes it starts keep what Node has compiled of their sources: loading them
 * again takes half the time. To be called before they are imported. What is compiled is written at the end of a process,
 * or by `flushCompileCache`.
 */
export function keepCompiled(): void {
  process.env.NODE_COMPILE_CACHE ??= folder
  enableCompileCache(process.env.NODE_COMPILE_CACHE)
}
