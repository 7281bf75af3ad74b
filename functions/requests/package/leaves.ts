import * as z from "zod";
import { type Mark, markOf } from "../../../shared/domain/record-items.ts";

/** A value of a record in its place. */
export interface Leaf {
  /** `content.details.wish[0]`. */
  readonly path: string;
  /** The name that the value has where it stands: `wish`. */
  readonly name: string;
  readonly value: string | number | boolean | null;
  /** What 別添1 or the schema says that it is. */
  readonly mark: Mark;
  /** The codes it may be, where its schema lists them. */
  readonly codes: readonly string[];
  /** The objects around it, the innermost last. */
  readonly around: readonly Readonly<Record<string, unknown>>[];
}

type Node = z.core.$ZodTypes;
const unmarked: Mark = { kind: "unmarked" };

/** The one of several schemas that takes the value; the first where none does. */
const fitting = (options: readonly z.core.$ZodType[], value: unknown): z.core.$ZodType | undefined =>
  options.find((option) => z.safeParse(option, value).success) ?? options[0];

/** The schema of the value itself, past what only wraps it, and how it is marked. */
const unwrapped = (
  schema: z.core.$ZodType | undefined,
  value: unknown,
  above: Mark,
): { readonly node: Node | undefined; readonly mark: Mark } => {
  if (schema === undefined) return { node: undefined, mark: above };
  const mark = markOf(schema) ?? above;
  // Every schema of zod is one of these; the general type only hides which.
  const node = schema as Node;
  const { def } = node._zod;
  switch (def.type) {
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "readonly":
    case "nonoptional":
      return unwrapped(def.innerType, value, mark);
    case "pipe":
      return unwrapped(def.in._zod.def.type === "transform" ? def.out : def.in, value, mark);
    case "union":
      return unwrapped(fitting(def.options, value), value, mark);
    default:
      return { node, mark };
  }
};

const childOf = (node: Node | undefined, key: string): z.core.$ZodType | undefined => {
  const def = node?._zod.def;
  if (def?.type === "object") return def.shape[key];
  if (def?.type === "record") return def.valueType;
  return def?.type === "array" ? def.element : undefined;
};

const codesOf = (node: Node | undefined): readonly string[] => {
  const def = node?._zod.def;
  if (def?.type === "enum") return Object.values(def.entries).map(String);
  return def?.type === "literal" ? def.values.map(String) : [];
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isPlain = (value: unknown): value is Leaf["value"] =>
  value === null || ["string", "number", "boolean"].includes(typeof value);

interface Place {
  readonly path: string;
  readonly name: string;
  readonly mark: Mark;
  readonly around: Leaf["around"];
}

function* walk(schema: z.core.$ZodType | undefined, value: unknown, place: Place): Generator<Leaf> {
  const { node, mark } = unwrapped(schema, value, place.mark);
  const { path, name, around } = place;
  if (Array.isArray(value)) {
    for (const [at, each] of value.entries())
      yield* walk(childOf(node, String(at)), each, { path: `${path}[${at}]`, name, mark, around });
  } else if (isObject(value)) {
    for (const [key, each] of Object.entries(value))
      yield* walk(childOf(node, key), each, {
        path: path === "" ? key : `${path}.${key}`,
        name: key,
        mark,
        around: [...around, value],
      });
  } else if (value === null && node?._zod.def.type === "object") {
    // Nobody, or nothing, of that kind: no value of its own.
  } else if (isPlain(value)) yield { path, name, value, mark, codes: codesOf(node), around };
  else if (value !== undefined) throw new Error("a stored value that is no value");
}

/** Every value of a record with its place and what it is; `schemas` are the forms it may have, none where nobody wrote one down. */
export const leavesOf = (schemas: readonly z.ZodType[], value: unknown): readonly Leaf[] => [
  ...walk(fitting(schemas, value), value, { path: "", name: "", mark: unmarked, around: [] }),
];
