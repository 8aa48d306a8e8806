/* The search goes in rounds: the best open nodes are shared out as tasks, workers explore these on their
   threads, and what they bring is put together in the order of the tasks. How many tasks there are does
   not depend on the number of threads, so no result does. */
#include "search.h"
#include <math.h>
#include <string.h>

enum {
    FIRST_BUDGET = 4,
    MOST_BUDGET = 48,
    TRUNK_VISITS = 8 /* of the first dive in a round, where the caller may look elsewhere in between */
};

/* Saved bases take no more than this and what one round adds. */
static const long most_basis_bytes = 1L << 29;

static int take_task(search *s) {
    pthread_mutex_lock(&s->lock);
    int index = s->next_task < s->task_count ? s->next_task++ : -1;
    pthread_mutex_unlock(&s->lock);
    return index;
}

static void note_task_done(search *s) {
    pthread_mutex_lock(&s->lock);
    s->tasks_done++;
    pthread_cond_broadcast(&s->changed);
    pthread_mutex_unlock(&s->lock);
}

/* Explores tasks until all are taken, then helps with those that others are at. */
void work(worker *w) {
    search *s = w->search;
    for (int index = take_task(s); index >= 0; index = take_task(s)) {
        explore(w, &s->tasks[index]);
        note_task_done(s);
    }
    assist(w);
}

static void clear_task(search *s, task *t) {
    give_back(s, t->open.nodes);
    give_back(s, t->done);
    give_back(s, t->lessons);
    give_back(s, t->findings);
    *t = (task){0};
}

/* Takes nodes that no wanted solution comes from off the heap's top; the best of the others, NULL where
   there is none. */
static node *take_hopeful(search *s) {
    while (s->open.count > 0) {
        node *best = take_best(&s->open);
        if (!is_hopeless(s, best->bound)) return best;
        release(s, best);
    }
    return NULL;
}

/* Makes tasks of the best open nodes; or one of the first dive alone, as long as it is not over. */
static void choose_roots(search *s, int most) {
    node *best = s->trunk;
    s->task_count = 0;
    if (best != NULL) s->tasks[s->task_count++].root = best;
    else
        while (s->task_count < most && (best = take_hopeful(s)) != NULL) s->tasks[s->task_count++].root = best;
    s->trunk = NULL;
}

/* Shares out the work of a round; the budget of each task grows from round to round. */
static void share_out(search *s) {
    const cglpk_options *o = s->options;
    int left = o->node_limit > 0 ? o->node_limit - s->result->nodes : 0x7fffffff;
    int budget = FIRST_BUDGET * (s->round + 1);
    s->is_first_dive = o->improve != NULL && (s->round == 0 || s->trunk != NULL);
    s->keeps_bases = s->basis_bytes < most_basis_bytes;
    choose_roots(s, o->tasks < left ? o->tasks : left);
    for (int i = 0; i < s->task_count; i++) {
        s->tasks[i].most = left / s->task_count;
        if (s->is_first_dive && s->tasks[i].most > TRUNK_VISITS) s->tasks[i].most = TRUNK_VISITS;
        s->tasks[i].budget = budget < MOST_BUDGET ? budget : MOST_BUDGET;
    }
    s->next_task = s->tasks_done = 0;
}

static cglpk_verdict empty_verdict(search *s) {
    return (cglpk_verdict){.column = claim(s, (s->columns + 1) * sizeof(int)),
                           .value = claim(s, (s->columns + 1) * sizeof(double))};
}

/* Does what the caller says; whether a row holds from now on. */
static int follow(search *s, cglpk_verdict verdict) {
    if (verdict.has_cutoff) s->cutoff = verdict.cutoff;
    if (verdict.stop) stop(s, CGLPK_CANCELLED);
    for (int k = verdict.terms; k > 0; k--) {
        verdict.column[k] = verdict.column[k - 1] + 1;
        verdict.value[k] = verdict.value[k - 1];
    }
    if (verdict.terms > 0)
        note_row(s, verdict.terms, verdict.column, verdict.value, verdict.lower, verdict.upper);
    give_back(s, verdict.column);
    give_back(s, verdict.value);
    return verdict.terms > 0;
}

/* Shows a solution to the caller; whether its node is to be solved again. */
static int offer(search *s, const finding *f) {
    if (is_hopeless(s, f->objective)) return 0;
    cglpk_verdict verdict = {.is_incumbent = 1, .has_cutoff = 1, .cutoff = f->objective};
    if (s->options->judge != NULL) {
        verdict = empty_verdict(s);
        s->options->judge(s->options->info, f->values, f->objective, &verdict);
    }
    if (verdict.is_incumbent) {
        memcpy(s->result->values, f->values, s->columns * sizeof(double));
        s->result->objective = f->objective;
        s->result->has_solution = 1;
    }
    return follow(s, verdict);
}

static int has_open(const search *s) { return s->open.count > 0 || s->trunk != NULL; }

/* Lets the caller look elsewhere for something better. */
static void improve(search *s) {
    if (s->options->improve == NULL || !has_open(s) || s->stopped) return;
    cglpk_progress progress = progress_of(s);
    cglpk_verdict verdict = empty_verdict(s);
    s->options->improve(s->options->info, &progress, &verdict);
    follow(s, verdict);
}

/* Puts what a task brought to what is known. */
static void gather(search *s, task *t) {
    s->result->nodes += t->nodes;
    s->result->iterations += t->iterations;
    for (int i = 0; i < t->lesson_count; i++)
        take_lesson(s, s->costs, s->group_costs, s->average, &t->lessons[i]);
    for (int i = 0; i < t->open.count; i++) push(s, &s->open, t->open.nodes[i]);
    if (t->tip != NULL && s->is_first_dive) s->trunk = t->tip;
    else if (t->tip != NULL) push(s, &s->open, t->tip);
    if (!t->is_begun) push(s, &s->open, t->root);
    for (int i = 0; i < t->finding_count; i++) {
        finding *f = &t->findings[i];
        if (offer(s, f)) {
            f->at->references++;
            push(s, &s->open, f->at);
        }
        give_back(s, f->values);
    }
    for (int i = 0; i < t->done_count; i++) release(s, t->done[i]);
    clear_task(s, t);
}

static void play_round(worker *w) {
    search *s = w->search;
    share_out(s);
    if (s->task_count == 0) return;
    begin_round(s);
    work(w);
    wait_for_helpers(s);
    for (int i = 0; i < s->task_count; i++) gather(s, &s->tasks[i]);
    improve(s);
}

static void note_bound(search *s) {
    cglpk_result *r = s->result;
    double bound = s->cutoff;
    if (s->open.count > 0) bound = fmin(bound, s->open.nodes[0]->bound);
    if (s->trunk != NULL) bound = fmin(bound, s->trunk->bound);
    if (bound > r->bound && bound < HUGE_VAL) r->bound = bound;
    if (r->has_solution && s->options->absolute_gap > 0
        && r->objective - r->bound <= s->options->absolute_gap) stop(s, CGLPK_OPTIMAL);
}

/* Explores the tree from the open nodes until there are none or the search is stopped. */
void search_in_rounds(worker *w) {
    search *s = w->search;
    s->tasks = claim(s, s->options->tasks * sizeof(task));
    s->workers = claim(s, (s->options->threads + 1) * sizeof(worker *));
    enlist(w);
    improve(s);
    while (has_open(s) && !is_interrupted(s)) {
        if (s->options->node_limit > 0 && s->result->nodes >= s->options->node_limit)
            stop(s, CGLPK_NODE_LIMIT);
        note_bound(s);
        if (s->stopped) break;
        if (s->helper_count == 0) start_helpers(s);
        play_round(w);
    }
    if (s->stopped) note_bound(s);
    dismiss_helpers(s);
}
