/** How far an attack is, for who watches: on standard error, so that figures alone are on standard output. */
export function report(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}
