import * as z from "zod";
import { recordItemTable } from "./record-item-table.ts";

type Table = typeof recordItemTable;
type GroupId = keyof Table;

/** An item of 別添1 特定個人情報ファイル記録項目, `group.item`. */
export type RecordItemId = { [G in GroupId]: `${G}.${keyof Table[G] & string}` }[GroupId];

interface RecordItem {
  readonly ja: string;
  readonly type: string;
  readonly sensitivity: "個人番号" | "要配慮" | "通常";
  readonly group: GroupId;
}

const rows = Object.entries(recordItemTable).flatMap(([group, items]) =>
  Object.entries(items).map(
    ([name, [ja, type, sensitivity = "通常"]]: [string, readonly [string, string, string?]]) => [
      `${group}.${name}`,
      { ja, type, sensitivity, group },
    ],
  ),
);

/** The 174 items by id, in the order of 別添1. */
export const recordItems: Readonly<Record<RecordItemId, RecordItem>> = Object.fromEntries(rows);

export const isRecordItem = (id: string): id is RecordItemId => Object.hasOwn(recordItems, id);

const items = z.registry<{ recordItem: RecordItemId }>();
const administration = z.registry<{ why: string }>();
const unassessed = z.registry<{ name: string }>();

/**
 * Says that what `schema` accepts is stored as the item `id` of the file. The mark is on a copy, so that one schema can
 * serve several items; it survives `.optional()`, `.refine()`, `.min()` and `.meta()`, and covers whatever lies below it.
 */
export const item = <S extends z.ZodType>(id: RecordItemId, schema: S): S => {
  const marked = schema.clone();
  items.add(marked, { recordItem: id });
  return marked;
};

/** Says that `schema` serves the handling of a case (受付番号, 状態, 日時, 担当者) and is no item of the file, and why it is needed. */
export const administrative = <S extends z.ZodType>(schema: S, why: string): S => {
  const marked = schema.clone();
  administration.add(marked, { why });
  return marked;
};

/** Says that what `schema` accepts is in no item of 別添1 yet: `name` is its switch in `beyond-assessment.ts`. */
export const beyond = <S extends z.ZodType>(name: string, schema: S): S => {
  const marked = schema.clone();
  unassessed.add(marked, { name });
  return marked;
};

export type Mark =
  | { readonly kind: "item"; readonly id: RecordItemId }
  | { readonly kind: "beyond"; readonly name: string }
  | { readonly kind: "administrative"; readonly why: string }
  | { readonly kind: "unmarked" };

/** A place where a stored schema holds a value. Array elements are `[]`; `*` is any key, which an object that is not strict lets in. */
type StoredLeaf = { readonly path: string } & Mark;

const unmarked: Mark = { kind: "unmarked" };

/** What a schema is said to be, where it is itself marked; whatever is below it is the same. */
export const markOf = (schema: z.core.$ZodType): Mark | undefined => {
  const found = items.get(schema);
  if (found) return { kind: "item", id: found.recordItem };
  const name = unassessed.get(schema)?.name;
  if (name !== undefined) return { kind: "beyond", name };
  const why = administration.get(schema)?.why;
  return why === undefined ? undefined : { kind: "administrative", why };
};

type Child = readonly [step: string, schema: z.core.$ZodType];

/** Keys from a closed list are names, like those of an object; any other key is stored data. */
const isVocabulary = (key: z.core.$ZodType): boolean => ["enum", "literal"].includes(key._zod.def.type);

/** What a schema is made of; undefined for a leaf. */
const childrenOf = (schema: z.core.$ZodType): readonly Child[] | undefined => {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "object":
      return Object.entries(def.shape).map(([key, value]) => [`.${key}`, value] as const);
    case "array":
      return [["[]", def.element]];
    case "set":
      return [["[]", def.valueType]];
    case "tuple":
      return [
        ...def.items.map((part, index): Child => [`[${index}]`, part]),
        ...(def.rest ? [["[]", def.rest] as const] : []),
      ];
    case "record":
    case "map":
      return [...(isVocabulary(def.keyType) ? [] : [[".<key>", def.keyType] as const]), [".*", def.valueType]];
    case "union":
      return def.options.map((option) => ["", option] as const);
    case "intersection":
      return [
        ["", def.left],
        ["", def.right],
      ];
    case "pipe":
      return [["", def.in._zod.def.type === "transform" ? def.out : def.in]];
    case "lazy":
      return [["", def.getter()]];
    case "optional":
    case "nullable":
    case "nonoptional":
    case "default":
    case "prefault":
    case "catch":
    case "readonly":
    case "success":
    case "promise":
      return [["", def.innerType]];
    case "null":
    case "undefined":
    case "void":
    case "never":
      return [];
    default:
      return undefined;
  }
};

const isOpen = (schema: z.core.$ZodType): boolean => {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === "object" && def.catchall?._zod.def.type !== "never";
};

/**
 * Every place where `schema` stores a value, and what that value is. An unmarked leaf, or an object that is not strict
 * (reported as the unmarked leaf `path.*`), is data outside 別添1: recording it needs a change of the assessment first.
 */
export const recordItemsOf = (schema: z.core.$ZodType): readonly StoredLeaf[] => {
  const found = new Map<string, StoredLeaf>();
  const add = (path: string, mark: Mark) => {
    const leaf = { path: path.replace(/^\./, ""), ...mark };
    found.set(JSON.stringify(leaf), leaf);
  };
  const walk = (node: z.core.$ZodType, path: string, above: Mark, ancestors: readonly z.core.$ZodType[]): void => {
    if (ancestors.includes(node)) return;
    const mark = markOf(node) ?? above;
    if (isOpen(node)) add(`${path}.*`, unmarked);
    const children = childrenOf(node);
    if (!children) add(path, mark);
    for (const [step, child] of children ?? []) walk(child, path + step, mark, [...ancestors, node]);
  };
  walk(schema, "", unmarked, []);
  return [...found.values()];
};
