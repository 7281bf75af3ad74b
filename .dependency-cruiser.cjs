/** Imports run one way: functions → stores, documents, http, access, audit → contracts → flows → domain → law (docs/adr/0002). */
const room = (name) => `^shared/${name}/`;
const only = (name, from, allowed) => ({
  name,
  severity: "error",
  from: { path: from },
  to: { path: "^(shared|functions|infra|tools|bench|test|console)/", pathNot: [from, ...allowed] },
});
const sdk = "node_modules/(@aws-sdk|@smithy|aws-cdk-lib|aws-lambda|@middy|@aws-lambda-powertools)/";

module.exports = {
  forbidden: [
    {
      name: "no-circular",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    only("law-imports-itself", room("law"), []),
    only("domain-imports-law", room("domain"), [room("law")]),
    only("flows-import-domain-and-law", room("flows"), [room("domain"), room("law")]),
    only("protection-imports-domain", room("protection"), [room("domain"), room("law")]),
    only("audit-imports-domain", room("audit"), [room("domain"), room("law")]),
    only("access-imports-domain", room("access"), [room("domain"), room("law")]),
    only("documents-import-domain", room("documents"), [room("domain"), room("law"), room("flows")]),
    only("contracts-import-flows", room("contracts"), [
      room("domain"),
      room("law"),
      room("flows"),
      room("access"),
      room("audit"),
      "^shared/stores/tables.ts$",
    ]),
    only(
      "stores-import-below",
      room("stores"),
      ["contracts", "flows", "domain", "law", "protection", "audit"].map(room),
    ),
    only(
      "http-imports-below",
      room("http"),
      ["contracts", "stores", "flows", "domain", "law", "protection", "audit", "access"].map(room),
    ),
    only("functions-import-shared", "^functions/", ["^shared/"]),
    only("infra-imports-contracts", "^infra/", [
      room("contracts"),
      room("stores"),
      room("http"),
      room("flows"),
      room("domain"),
    ]),
    {
      name: "console-imports-types-and-pure-tables",
      comment:
        "what runs in a browser takes in no SDK, no schema library and no rule that it does not need (docs/adr/0024)",
      severity: "error",
      from: { path: "^console/", pathNot: "^console/vite\\.config\\.ts$" },
      to: {
        path: "^(shared|functions|infra|tools|bench|test)/",
        pathNot: ["^shared/law/", "^shared/audit/entry-kinds\\.ts$", "^shared/domain/(departments|roles)\\.ts$"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "console-stands-alone",
      comment: "the console is built from its page on; only tests look into it",
      severity: "error",
      from: { pathNot: "^(console|test)/" },
      to: { path: "^console/" },
    },
    {
      name: "pure-rooms-know-no-sdk",
      comment: "law, domain and flows do no I/O",
      severity: "error",
      from: { path: "^shared/(law|domain|flows)/" },
      to: { path: [sdk, "^node:", "^(fs|http|https|net|child_process|crypto)$"] },
    },
    {
      name: "handlers-are-wiring",
      comment: "nothing but the deployment takes a handler in",
      severity: "error",
      from: { pathNot: "^(infra|bench|test)/" },
      to: { path: "^functions/.*/handler\\.ts$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
