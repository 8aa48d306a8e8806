/* The column to branch on, by pseudocosts that strong branching makes reliable.
   Source: T. Achterberg, T. Koch, A. Martin, Branching rules revisited, Operations Research Letters
   33 (2005), doi:10.1016/j.orl.2004.04.002. */
#define _GNU_SOURCE
#include "search.h"
#include <math.h>
#include <stdlib.h>

enum {
    PATIENCE = 8,           /* columns looked at after the best so far */
    STRONG_ITERATIONS = 100 /* of the simplex method in one direction */
};

static double product(double down, double up) { return fmax(down, 1e-6) * fmax(up, 1e-6); }

static int group_of(const search *s, int column) {
    return s->model->group == NULL ? column : s->model->group[column - 1] + 1;
}

static double cost_per_unit(const worker *w, int direction, int column) {
    const pseudocost *own = &w->costs[direction][column], *all = &w->average[direction];
    const pseudocost *group = &w->group_costs[direction][group_of(w->search, column)];
    if (own->count > 0) return own->gain / own->count;
    if (group->count > 0) return group->gain / group->count;
    return all->count > 0 ? all->gain / all->count : 1;
}

static void add_gain(pseudocost *p, double gain) {
    p->gain += gain;
    p->count += 1;
}

/* Adds what a step taught to costs per column, per group and in all. */
void take_lesson(const search *s, pseudocost *costs[2], pseudocost *group_costs[2], pseudocost average[2],
                 const lesson *l) {
    add_gain(&costs[l->direction][l->column], l->gain);
    add_gain(&group_costs[l->direction][group_of(s, l->column)], l->gain);
    add_gain(&average[l->direction], l->gain);
}

/* Notes what a step in a direction gained. */
void learn(worker *w, int direction, int column, double gain, double distance) {
    if (!(distance > 0)) return;
    task *t = w->task;
    if (t->lesson_count == t->lesson_room) {
        t->lesson_room = 2 * t->lesson_room + 64;
        t->lessons = enlarge(w->search, t->lessons, t->lesson_room * sizeof(lesson));
    }
    lesson *l = &t->lessons[t->lesson_count++];
    *l = (lesson){direction, column, fmax(gain, 0) / distance};
    take_lesson(w->search, w->costs, w->group_costs, w->average, l);
}

static int by_score(const void *one, const void *other, void *info) {
    const worker *w = info;
    int i = *(const int *)one, j = *(const int *)other;
    if (w->scores[i] != w->scores[j]) return w->scores[i] > w->scores[j] ? -1 : 1;
    return (i > j) - (i < j);
}

/* Fractional columns, the most promising first. */
static int list_candidates(worker *w) {
    int count = 0;
    for (int j = 1; j <= w->search->columns; j++) {
        double part = is_integer(w->search, j) ? fraction(w, j) : 0;
        if (part == 0) continue;
        w->scores[j] = product(cost_per_unit(w, DOWN, j) * part, cost_per_unit(w, UP, j) * (1 - part));
        w->candidates[count++] = j;
    }
    qsort_r(w->candidates, count, sizeof(int), by_score, w);
    return count;
}

static double times_tried(pseudocost *const costs[2], int position) {
    return fmin(costs[DOWN][position].count, costs[UP][position].count);
}

/* Whether a column's pseudocost is trusted: for what it showed itself, or, once it was tried, for what
   the columns of its group did. */
static int is_reliable(const worker *w, int column) {
    const cglpk_options *o = w->search->options;
    double own = times_tried(w->costs, column);
    if (own >= o->reliability) return 1;
    return own >= 1 && times_tried(w->group_costs, group_of(w->search, column)) >= o->group_reliability;
}

/* Tries a direction from a node's basis: what the objective gains, and whether it is cut off. The basis is factorized
   anew, so that it does not matter what the worker did before. */
void try_direction(worker *w, trial *t, const basis *last, double objective) {
    const search *s = w->search;
    double lower = w->lower[t->column], upper = w->upper[t->column];
    load_basis(w, last);
    glp_factorize(w->relaxation);
    if (t->direction == DOWN) bound_column(w, t->column, lower, floor(t->value));
    else bound_column(w, t->column, ceil(t->value), upper);
    t->is_cut_off = relax(w, STRONG_ITERATIONS) == CUT_OFF;
    t->gain = 0;
    if (t->is_cut_off) t->gain = s->cutoff < HUGE_VAL ? s->cutoff - objective : 1e6;
    else if (glp_get_dual_stat(w->relaxation) == GLP_FEAS)
        t->gain = fmax(0, glp_get_obj_val(w->relaxation) - objective);
    bound_column(w, t->column, lower, upper);
}

/* What a trial shows of a direction's gain: where it is cut off the gain is at least what was left up to the
   cutoff, which may be little, and so no reason to think less of the column than before. */
static double shown_gain(
    const worker *w, int column, int direction, double gain, double distance, int is_cut_off) {
    return is_cut_off ? fmax(gain, cost_per_unit(w, direction, column) * distance) : gain;
}

/* Learns from both directions of a column; where one is cut off, the other one is all that is left. */
static int try_column(worker *w, node *n, int column) {
    double part = fraction(w, column), gain[2];
    int is_cut_off[2];
    for (int direction = DOWN; direction <= UP; direction++) {
        const trial *t = result_of(w, column, direction);
        gain[direction] = t->gain;
        is_cut_off[direction] = t->is_cut_off;
        if (is_cut_off[direction] && !(w->search->cutoff < HUGE_VAL)) continue;
        double distance = direction == DOWN ? part : 1 - part;
        double shown = shown_gain(w, column, direction, gain[direction], distance, is_cut_off[direction]);
        learn(w, direction, column, shown, distance);
    }
    if (is_cut_off[DOWN] && is_cut_off[UP]) return HOPELESS;
    w->scores[column] = product(gain[DOWN], gain[UP]);
    if (!is_cut_off[DOWN] && !is_cut_off[UP]) return BRANCH;
    double value = w->values[column];
    if (is_cut_off[DOWN]) note_bounds(w->search, n, column, ceil(value), w->upper[column]);
    else note_bounds(w->search, n, column, w->lower[column], floor(value));
    return AGAIN;
}

/* Offers a candidate, and those that will be looked at after it whatever it shows, one for each worker that has
   nothing else to do. */
static void post_candidates(worker *w, int first, int count, int since_best) {
    int most = first + w->search->idle, last = first + PATIENCE - 1 - since_best;
    for (int i = first; i <= most && i <= last && i < count; i++)
        if (!is_reliable(w, w->candidates[i])) post(w, w->candidates[i]);
}

/* Looks at candidates, the most promising first, until none is better for a while. */
static int compare_candidates(worker *w, node *n, int count, int *column) {
    int tried = 0, since_best = 0;
    double best = -1;
    for (int i = 0; i < count && since_best < PATIENCE && tried < w->search->options->most_tried;
         i++, since_best++) {
        int j = w->candidates[i];
        if (!is_reliable(w, j) && !is_out_of_time(w->search)) {
            post_candidates(w, i, count, since_best);
            int found = try_column(w, n, j);
            if (found != BRANCH) return found;
            tried++;
        }
        if (w->scores[j] <= best) continue;
        best = w->scores[j];
        *column = j;
        since_best = 0;
    }
    return BRANCH;
}

/* Narrows the columns of a node as far as trials showed. */
static int narrow_tried(worker *w, node *n) {
    const bounds *last = &n->narrowed[n->narrowed_count - 1];
    bound_column(w, last->column, last->lower, last->upper);
    queue_rows(w, last->column);
    return propagate(w, n) ? AGAIN : HOPELESS;
}

/* Chooses the column to branch on at a node; or says that all are integers, that the node is
   hopeless, or that it was narrowed and is to be solved again. */
int choose_column(worker *w, node *n, double objective, const basis *last, int *column) {
    int count = list_candidates(w);
    if (count == 0) return INTEGRAL;
    open_board(w, last, objective);
    int found = compare_candidates(w, n, count, column);
    close_board(w);
    if (w->board.count > 0) {
        load_basis(w, last);
        glp_factorize(w->relaxation);
    }
    return found == AGAIN ? narrow_tried(w, n) : found;
}
