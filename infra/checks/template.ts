/** A synthesized template and where it is deployed: what every check of ours reads. */
export interface StackTemplate {
  readonly stack: string;
  readonly region: string;
  readonly resources: Readonly<Record<string, TemplateResource>>;
}

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/** Something a template must not have. */
export interface Finding {
  /** Stable name of what is wrong; with `.<sid>` where a statement is meant. */
  readonly rule: string;
  readonly stack: string;
  readonly logicalId: string;
  /** Where in the resource, `Properties.VpcConfig`. */
  readonly location: string;
  readonly description: string;
}

export type Check = (templates: readonly StackTemplate[]) => Finding[];

/** A check that looks at one resource at a time. */
export const eachResource =
  (look: (resource: TemplateResource, template: StackTemplate) => Omit<Finding, "stack" | "logicalId">[]): Check =>
  (templates) =>
    templates.flatMap((template) =>
      Object.entries(template.resources).flatMap(([logicalId, resource]) =>
        look(resource, template).map((finding) => ({ ...finding, stack: template.stack, logicalId })),
      ),
    );

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value at a path of property names; `undefined` where the path breaks off. */
export const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);

/** One or several, as policy documents write lists. */
export const listed = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
