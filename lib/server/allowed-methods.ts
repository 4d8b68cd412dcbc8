import { operations } from './operations.ts'

const calls = operations.map(({ method, path }) => ({
  method: method.toUpperCase(),
  path: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
}))

/** The methods that an address can be asked with, as the header Allow lists them. Pages and files are only read. */
export function allowedMethods(url: string): string[] {
  const path = url.split('?', 1)[0]?.replace(/(?<=.)\/$/, '') ?? ''
  const own = calls.filter(call => call.path.test(path)).map(({ method }) => method)
  const isUnknownCall = path.startsWith('/api/') && own.length === 0
  // An unknown call says that it is unknown, however it is asked.
  const given = isUnknownCall ? ['GET', 'POST'] : own.length > 0 ? own : ['GET']
  return [...new Set(given.flatMap(method => (method === 'GET' ? ['GET', 'HEAD'] : method))), 'OPTIONS']
}
