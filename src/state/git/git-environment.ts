/** What would point git at another repository, or at a program that talks to a person. */
const NOT_PASSED_ON =
  /^(GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|PREFIX|CEILING_DIRECTORIES|QUARANTINE_PATH|LITERAL_PATHSPECS|GLOB_PATHSPECS|NOGLOB_PATHSPECS|ICASE_PATHSPECS|TRACE\w*|EDITOR|SEQUENCE_EDITOR|PAGER|EXTERNAL_DIFF|TEMPLATE_DIR)|EDITOR|VISUAL|PAGER|PREFIX)$/i;

/**
 * The environment git runs in: the person's own, so that their keys and credentials work, without what a hook or
 * a shell sets for another repository, never asking a question, and speaking English.
 */
export function gitEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const passed = Object.entries(environment).filter(([name]) => !NOT_PASSED_ON.test(name));
  return { ...Object.fromEntries(passed), GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
}
