import { readdirSync } from 'node:fs'
import path from 'node:path'

type Handle = (request: Request, context: { params: Promise<object> }) => Promise<Response>

const folder = path.join(import.meta.dirname, '../../app/api')

/** The routes by their paths, `deals/[slug]/tail`, those without parameters first. */
const routes = (readdirSync(folder, { recursive: true }) as string[])
  .filter(file => path.basename(file) === 'route.ts' && !file.startsWith('[...'))
  .map(file => path.dirname(file))
  .sort((one, other) => Number(one.includes('[')) - Number(other.includes('[')))

/** The route that answers a path, and what its parameters are then. */
function findRoute(asked: string): { route: string; params: Record<string, string> } {
  for (const route of routes) {
    const names = [...route.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name)
    const pattern = route.replaceAll('.', '\\.').replace(/\[\w+\]/g, '([^/]+)')
    const found = new RegExp(`^/api/${pattern}$`).exec(asked)
    if (found)
      return {
        route,
        params: Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(found[at + 1] ?? '')])),
      }
  }
  throw new Error(`No route answers ${asked}.`)
}

/** What the route of an address answers to a request, as the server would call it. */
export async function callByAddress(request: Request): Promise<Response> {
  const { route, params } = findRoute(new URL(request.url).pathname)
  const handlers: Record<string, Handle> = await import(path.join(folder, route, 'route.ts'))
  const handle = handlers[request.method]
  if (!handle) throw new Error(`${route} does not answer ${request.method}.`)
  return await handle(request, { params: Promise.resolve(params) })
}
