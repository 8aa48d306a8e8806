/* Explores a part of the tree on one worker, with what was known when the round began: the same on any
   thread, in any order. */
#include "search.h"
#include <math.h>
#include <string.h>

static double read_values(worker *w) {
    for (int j = 1; j <= w->search->columns; j++) {
        int at = place_of(w, j);
        w->values[j] = at > 0 ? glp_get_col_prim(w->relaxation, at) : w->lower[j];
    }
    return glp_get_obj_val(w->relaxation);
}

/* Keeps what the relaxations of a round's first task say, the last of them, for the caller to look along. */
static void note_relaxed(const worker *w) {
    const search *s = w->search;
    if (s->relaxed != NULL && w->task == s->tasks)
        memcpy(s->relaxed, w->values + 1, s->columns * sizeof(double));
}

/* Fixes columns whose other bound would cost more than is left up to the cutoff; 0 where that leaves
   nothing. */
static int fix_by_reduced_costs(worker *w, node *n, double objective) {
    search *s = w->search;
    if (!(s->cutoff < HUGE_VAL)) return 1;
    double left = s->cutoff - objective + 1e-9 * (1 + fabs(s->cutoff));
    for (int j = 1; j <= s->columns; j++) {
        if (!is_integer(s, j) || w->upper[j] - w->lower[j] != 1) continue;
        int at = place_of(w, j), state = glp_get_col_stat(w->relaxation, at);
        if (state == GLP_BS || fabs(glp_get_col_dual(w->relaxation, at)) <= left) continue;
        double value = state == GLP_NU ? w->upper[j] : w->lower[j];
        narrow_node(w, n, j, value, value);
        queue_rows(w, j);
    }
    return propagate(w, n);
}

/* Keeps an integer solution for the caller to judge when the round ends. */
static void note_finding(worker *w, node *n, double objective) {
    search *s = w->search;
    task *t = w->task;
    if (t->finding_count == t->finding_room) {
        t->finding_room = 2 * t->finding_room + 4;
        t->findings = enlarge(s, t->findings, t->finding_room * sizeof(finding));
    }
    double *values = claim(s, (s->columns + 1) * sizeof(double));
    for (int j = 1; j <= s->columns; j++)
        values[j - 1] = is_integer(s, j) ? floor(w->values[j] + 0.5) : w->values[j];
    t->findings[t->finding_count++] = (finding){n, objective, values};
}

static node *make_child(worker *w, node *n, int column, int direction, double objective, basis *start) {
    search *s = w->search;
    node *child = make_node(s, n, start);
    double value = w->values[column];
    child->bound = objective;
    child->column = column;
    child->direction = direction;
    child->distance = direction == DOWN ? value - floor(value) : ceil(value) - value;
    if (direction == DOWN) note_bounds(s, child, column, w->lower[column], floor(value));
    else note_bounds(s, child, column, ceil(value), w->upper[column]);
    return child;
}

/* Makes both children; the nearer one is gone on with, and keeps the basis in any case. */
static node *split(worker *w, node *n, int column, double objective, basis *last) {
    int goes_up = fraction(w, column) > 0.5;
    basis *kept = w->search->keeps_bases ? last : NULL;
    node *down = make_child(w, n, column, DOWN, objective, goes_up ? kept : last);
    node *up = make_child(w, n, column, UP, objective, goes_up ? last : kept);
    push(w->search, &w->task->open, goes_up ? down : up);
    return goes_up ? up : down;
}

static int propagate_narrowed(worker *w, node *n) {
    for (int i = 0; i < n->narrowed_count; i++) queue_rows(w, n->narrowed[i].column);
    return propagate(w, n);
}

/* Solves a node, in a relaxation made for it where there is none; the child to go on with, NULL where
   there is none. */
static node *visit(worker *w, node *n) {
    search *s = w->search;
    enter(w, n);
    if (!propagate_narrowed(w, n)) return NULL;
    if (w->relaxation == NULL) {
        note_part(w, n->start);
        make_part(w, n->start);
    }
    load_basis(w, n->start);
    while (!s->stopped) {
        int state = relax(w, 0);
        if (state == CUT_OFF) return NULL;
        if (state != RELAXED) {
            stop(s, state == BROKEN ? CGLPK_FAILED : CGLPK_TIME_LIMIT);
            return NULL;
        }
        double objective = read_values(w);
        note_relaxed(w);
        if (n->column > 0) learn(w, n->direction, n->column, objective - n->bound, n->distance);
        n->column = 0;
        if (!fix_by_reduced_costs(w, n, objective)) return NULL;
        basis *last = save_basis(w);
        int column = 0, found = choose_column(w, n, objective, last, &column);
        node *child = found == BRANCH ? split(w, n, column, objective, last) : NULL;
        if (found != BRANCH) await_guests(w);
        drop_basis(s, last);
        if (found == INTEGRAL) note_finding(w, n, objective);
        if (found != AGAIN) return child;
    }
    return NULL;
}

static void note_done(search *s, task *t, node *n) {
    if (t->done_count == t->done_room) {
        t->done_room = 2 * t->done_room + 64;
        t->done = enlarge(s, t->done, t->done_room * sizeof(node *));
    }
    t->done[t->done_count++] = n;
}

static void copy_costs(worker *w) {
    search *s = w->search;
    size_t bytes = (s->columns + 1) * sizeof(pseudocost);
    for (int direction = DOWN; direction <= UP; direction++) {
        memcpy(w->costs[direction], s->costs[direction], bytes);
        memcpy(w->group_costs[direction], s->group_costs[direction], bytes);
        w->average[direction] = s->average[direction];
    }
}

static int may_go_on(worker *w, const task *t, const node *next) {
    search *s = w->search;
    if (w->is_callers) is_interrupted(s);
    if (s->stopped || t->nodes >= t->most) return 0;
    return next != NULL || (t->nodes < t->budget && t->open.count > 0);
}

/* Dives from the root of a task, then from the best of what it left, until its budget is spent. */
void explore(worker *w, task *t) {
    search *s = w->search;
    w->task = t;
    copy_costs(w);
    node *next = t->root;
    long before = w->iterations;
    while (may_go_on(w, t, next)) {
        if (next == NULL || t->nodes == 0) leave_part(w);
        node *current = next != NULL ? next : take_best(&t->open);
        next = NULL;
        if (!is_hopeless(s, current->bound)) {
            t->nodes++;
            next = visit(w, current);
        }
        if (s->stopped) push(s, &t->open, current);
        else note_done(s, t, current);
    }
    t->tip = next;
    t->iterations = w->iterations - before;
    t->is_begun = 1;
}
