import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { parseAst } from 'vitest/node'

/**
 * A call puts each of its arguments on the stack, and one of a hundred thousand overflows it. How long a list is a filing
 * decides, so no list is spread into arguments: `largest`, `smallest` and `addAll` take lists as they are.
 */
const root = path.join(import.meta.dirname, '..')
/** Tests, and what prints, times and attacks for them, have lists of their own making. */
const ownLists = /\.test\.tsx?$|^lib\/(?:fixtures|bench|attack)\//

type Node = { type: string; start: number } & Record<string, unknown>

function* sourceFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const file = `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* sourceFiles(file)
    else if (/\.(?:ts|tsx|mjs)$/.test(file) && !ownLists.test(file)) yield file
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode)

/** The names of a function's rest parameters: handed on, they are as many as the arguments of the call they came with. */
function restNames({ params }: Node): string[] {
  const list = Array.isArray(params) ? params.filter(isNode) : []
  return list.flatMap(({ type, argument }) =>
    type === 'RestElement' && isNode(argument) ? [String(argument.name)] : [],
  )
}

/** Where a list is given to a call as its arguments, by offset: spread, or with `apply`. */
function spreadCalls(node: Node, rest: readonly string[]): number[] {
  const known = [...rest, ...restNames(node)]
  const within = childrenOf(node).flatMap(child => spreadCalls(child, known))
  return isSpreadCall(node, known) ? [node.start, ...within] : within
}

function isSpreadCall(node: Node, rest: readonly string[]): boolean {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return false
  const { callee, arguments: args } = node
  const isApplied = isNode(callee) && isNode(callee.property) && callee.property.name === 'apply'
  const lists = Array.isArray(args) ? args.filter(isNode).filter(({ type }) => type === 'SpreadElement') : []
  return (
    isApplied || lists.some(({ argument }) => !(isNode(argument) && rest.includes(String(argument.name))))
  )
}

function findSpreadCalls(code: string, lang: 'ts' | 'tsx'): number[] {
  const program: unknown = parseAst(code, { lang })
  return isNode(program) ? spreadCalls(program, []) : []
}

it.each([
  ['Math.max(...rows)', 1],
  ['list.push(1, ...more)', 1],
  ['new Set(...lists)', 1],
  ['String.fromCharCode.apply(null, codes)', 1],
  ['const all = [...one, ...other]', 0],
  ['const guarded = (...args: A) => handle(...args)', 0],
  ['const guarded = (...args: A) => args.map(each => handle(...each))', 1],
])('%s holds %d calls with a list for arguments', (code, count) => {
  expect(findSpreadCalls(code, 'ts')).toHaveLength(count)
})

it('spreads no list into the arguments of a call', { timeout: 60_000 }, () => {
  const found = ['lib', 'components', 'app'].flatMap(folder =>
    [...sourceFiles(folder)].flatMap(file => {
      const code = readFileSync(path.join(root, file), 'utf8')
      const calls = findSpreadCalls(code, file.endsWith('x') ? 'tsx' : 'ts')
      return calls.map(start => `${file}:${code.slice(0, start).split('\n').length}`)
    }),
  )
  expect(found).toEqual([])
})
