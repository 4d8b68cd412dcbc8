import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseAst } from 'vitest/node'

/** A node of the syntax tree: its type, and whatever else stands on it. */
type Node = { type: string; [part: string]: unknown }

const root = path.join(import.meta.dirname, '../..')

/** The list that people read. */
export const sentencesFile = path.join(import.meta.dirname, 'sentences.txt')

/** Folders whose words people read. Left out are tests, tools, and folders of words to look for in filings. */
const rooms = ['app', 'components', 'lib']
const silentFolders =
  /^lib\/(?:testing|fixtures|bench|attack|setup|sentences|values|filing|grid|cover\/(?!no-stratifications))/
const isSource = (file: string) =>
  /\.tsx?$/.test(file) &&
  !/(?:\.test\.tsx?|\/(?:sqlite|postgres)[\w-]*\.ts|\/pool-images?\.ts)$/.test(file) &&
  !silentFolders.test(file)

/** Parts of the tree whose texts nobody reads: classes, selectors, types, modules, queries, mistakes of ours. */
const silentAttributes = /^(?:className|d|href|htmlFor|id|key|name|rel|style|type|viewBox|data-\w+)$/
const silentCalls =
  /^(?:closest|matches|querySelector|querySelectorAll|getElementById|raw|startsWith|includes|split|join)$/
const silentTypes = new Set([
  'ImportDeclaration',
  'ExportAllDeclaration',
  'ThrowStatement',
  'TaggedTemplateExpression',
])

/** Two words and more, or a word beside what is filled in. */
const hasWords = /\p{L}[\p{L}’']*,? (?:\p{L}|[“(…])|… \p{L}{2,}/u
/** Text for machines: directives, styles, markup, patterns, headers, statements of SQL, rows of a map. */
const isForMachines =
  /^use client$|\dpx\b|^\dpx |^max-|^[a-z-]+:[a-z]+ |<\/?[a-z]|^:root|\(\?|\||\\s|no-cache|no-store|max-age|^(?:select|create|insert|alter|update|delete) |\bas [a-z]+[A-Z]|\.\. |HTTP\/1/

/**
 * All sentences that pages, answers and reports are made of, by the folder whose sources hold them. What is filled in is
 * shown as `…`.
 */
function listSentences(): Map<string, string[]> {
  const found = new Map<string, Set<string>>()
  for (const room of rooms)
    for (const file of sourceFiles(room)) {
      const folder = path.dirname(file) === 'lib' ? file : path.dirname(file)
      const own = found.get(folder) ?? new Set()
      for (const sentence of sentencesOf(
        readFileSync(path.join(root, file), 'utf8'),
        file.endsWith('x') ? 'tsx' : 'ts',
      ))
        own.add(sentence)
      found.set(folder, own)
    }
  return new Map([...found].filter(([, own]) => own.size > 0).map(([folder, own]) => [folder, [...own]]))
}

/** The same as text: a heading for each folder, a line for each sentence, names and short words of it in one. */
export function printSentences(): string {
  return [...listSentences()]
    .map(([folder, all]) => {
      const words = all.filter(text => !isLong(text))
      const lines = [...all.filter(isLong), ...(words.length > 0 ? [words.join(' · ')] : [])]
      return `## ${folder}\n\n${lines.join('\n')}\n`
    })
    .join('\n')
}

const isLong = (text: string) => /[.:;?]$/.test(text) || text.length > 48

function sourceFiles(folder: string): string[] {
  const entries = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
  return entries
    .map(entry => `${folder}/${entry.split(path.sep).join('/')}`)
    .filter(isSource)
    .sort()
}

/** The sentences of one source, in its order. */
export function sentencesOf(source: string, lang: 'ts' | 'tsx'): string[] {
  const found: string[] = []
  visit(parseAst(source, { lang }) as unknown as Node, found)
  return found.filter(text => hasWords.test(text) && !isForMachines.test(text))
}

function visit(node: Node, found: string[]) {
  if (isSilent(node)) return
  const text = textOf(node)
  if (text !== null) found.push(text)
  for (const [part, value] of Object.entries(node)) {
    if (part === 'key' || part === 'quasi') continue
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, found)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

function isSilent(node: Node): boolean {
  if (silentTypes.has(node.type)) return true
  if (node.type.startsWith('TS')) return !('expression' in node)
  if (node.type === 'JSXAttribute') return silentAttributes.test(nameOf(node.name))
  if (node.type !== 'CallExpression' || !isNode(node.callee)) return false
  return silentCalls.test(nameOf(node.callee.property))
}

function nameOf(node: unknown): string {
  return isNode(node) && typeof node.name === 'string' ? node.name : ''
}

/** What a node says by itself: a string, a template, or all that stands between the tags of an element. */
function textOf(node: Node): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? fold(node.value) : null
  if (node.type === 'TemplateLiteral') return fold(templateText(node))
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') return fold(childrenText(node))
  return null
}

const fold = (text: string) => text.replace(/\s+/g, ' ').trim()

type Quasi = Node & { value: { cooked: string } }

function templateText({ quasis }: Node): string {
  return (quasis as Quasi[]).map(({ value }) => value.cooked).join('…')
}

/** Text between tags as it is read: elements inside the line and what is filled in stand as `…`. */
function childrenText({ children }: Node): string {
  return (children as Node[])
    .map(child => {
      if (child.type === 'JSXText') return joinLines(String(child.value))
      if (child.type !== 'JSXExpressionContainer' || !isNode(child.expression)) return '…'
      const { expression } = child
      if (expression.type === 'JSXEmptyExpression') return ''
      return expression.type === 'Literal' && typeof expression.value === 'string' ? expression.value : '…'
    })
    .join('')
}

/** A line break between tags is no blank where nothing but blanks stand before or after it. */
function joinLines(text: string): string {
  return text.replace(/^\s*\n\s*|\s*\n\s*$/g, '')
}
