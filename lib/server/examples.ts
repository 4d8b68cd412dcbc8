import type { Operation } from './calls/operation.ts'

/** An example as a command for a shell; `origin` is where the service is. */
export function exampleCommand(
  { method, answers, example }: Operation,
  origin = 'http://localhost:3000',
): string {
  const { path, body, file, accept = 'application/json' } = example
  const address = /[?&'~]/.test(path) ? `'${origin}${path}'` : `${origin}${path}`
  const accepts = `-H 'Accept: ${accept}'`
  if (file) return `curl -F file=@${file} ${accepts} ${address}`
  if (body) {
    const json = JSON.stringify(body).replaceAll("'", "'\\''")
    return `curl ${accepts} -H 'Content-Type: application/json' -d '${json}' ${address}`
  }
  if (method === 'post') return `curl -X POST ${accepts} ${address}`
  const comes = answers[200]
  const isFile =
    typeof comes === 'string' && comes.includes('/') && !/^(application\/json|text\/plain)$/.test(comes)
  return `curl ${isFile ? '-OJ ' : ''}${address}`
}

/** What an example gives the parameters of its call, by their names. */
export function exampleValues({ path, example }: Operation): Map<string, string> {
  const [own = '', query = ''] = example.path.split('?', 2)
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const found = new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '([^/]+)')}$`).exec(own)
  const inPath = names.map((name, order): [string, string] => [name, found?.[order + 1] ?? ''])
  return new Map([...inPath, ...new URLSearchParams(query)])
}
