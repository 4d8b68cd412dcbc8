import { Fragment, isValidElement, type ReactNode } from 'react'

/**
 * What is drawn, as JSON: text; an element of HTML with its attributes, its key among them (0 for none), and its contents;
 * several things in a row (0, or their key in a list, at the head); a slot by its number; or nothing.
 */
export type PackedNode = string | number | null | PackedTag | PackedRow
type PackedTag = [tag: string, attributes: object | 0, ...contents: PackedNode[]]
type PackedRow = [row: 0 | [key: string], ...contents: PackedNode[]]

/** Things drawn, and what is in their slots: what only React can draw, a component of the browser or one that waits. */
export type PackedElements = { packed: string; slots: ReactNode[] }

type ServerComponent = (props: object) => ReactNode

/**
 * Draw components of the server down to elements of HTML, as one string.
 *
 * React sends every element of the server's to the browser in a form of its own, beside the HTML; making that and reading
 * it again takes twice as long as drawing the HTML. A string costs next to nothing. `Unpacked` makes the same elements of
 * it, with the keys that they had.
 */
export function packElements(node: ReactNode): PackedElements {
  const slots: ReactNode[] = []
  return { packed: JSON.stringify(packNode(node, slots)), slots }
}

function packNode(node: ReactNode, slots: ReactNode[]): PackedNode {
  if (node === null || node === undefined || typeof node === 'boolean') return null
  if (typeof node === 'string') return node
  if (typeof node === 'number' || typeof node === 'bigint') return String(node)
  if (Array.isArray(node)) return packRow(node, slots)
  if (!isValidElement<{ children?: ReactNode }>(node)) return fillSlot(node, slots)
  const { type, props, key } = node
  if (typeof type === 'string') return packTag(type, props, key, slots)
  if (type === Fragment) return withKey(packNode(props.children, slots), key)
  if (isOfServer(type)) return withKey(packNode(type(props), slots), key)
  return fillSlot(node, slots)
}

function packTag(
  tag: string,
  { children, ...attributes }: { children?: ReactNode },
  key: string | null,
  slots: ReactNode[],
): PackedTag {
  const own = key === null ? attributes : { ...attributes, key }
  const contents = packNode(children, slots)
  const all = contents === null ? [] : isRow(contents) ? contents.slice(1) : [contents]
  return [tag, Object.keys(own).length > 0 ? own : 0, ...(all as PackedNode[])]
}

/** What draws nothing keeps its place among the others, so that they are the same when it comes or goes. */
function packRow(nodes: readonly ReactNode[], slots: ReactNode[]): PackedRow {
  return [0, ...nodes.map(node => packNode(node, slots))]
}

/** Give what a component drew the component's key. */
function withKey(node: PackedNode, key: string | null): PackedNode {
  if (key === null) return node
  if (isRow(node)) return [[key], ...(node.slice(1) as PackedNode[])]
  return [[key], node]
}

function isRow(node: PackedNode): node is PackedRow {
  return Array.isArray(node) && typeof node[0] !== 'string'
}

/** A function of the server's. One of the browser's is known to the server by its name alone. */
function isOfServer(type: unknown): type is ServerComponent {
  return typeof type === 'function' && !('$$typeof' in type)
}

function fillSlot(node: ReactNode, slots: ReactNode[]): number {
  slots.push(node)
  return slots.length - 1
}
