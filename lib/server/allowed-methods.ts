import { nameOperation, operations } from './operations.ts'

const calls = operations.map(({ method, path }) => ({
  name: nameOperation({ method, path }),
  method: method.toUpperCase(),
  path: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
}))

/** The methods that an address can be asked with, as the header Allow lists them. Pages and files are only read. */
export function allowedMethods(url: string): string[] {
  const path = pathOf(url)
  const own = calls.filter(call => call.path.test(path)).map(({ method }) => method)
  const isUnknownCall = path.startsWith('/api/') && own.length === 0
  // An unknown call says that it is unknown, however it is asked.
  const given = isUnknownCall ? ['GET', 'POST'] : own.length > 0 ? own : ['GET']
  return [...new Set(given.flatMap(method => (method === 'GET' ? ['GET', 'HEAD'] : method))), 'OPTIONS']
}

/** The name of the call that a request is for; null where it is for none. The most special path comes first. */
export function nameCall(url: string, method = 'GET'): string | null {
  const path = pathOf(url)
  const asked = method === 'HEAD' ? 'GET' : method
  const own = calls.filter(call => call.method === asked && call.path.test(path))
  return own.toSorted((one, other) => other.path.source.length - one.path.source.length)[0]?.name ?? null
}

function pathOf(url: string): string {
  return url.split('?', 1)[0]?.replace(/(?<=.)\/$/, '') ?? ''
}
