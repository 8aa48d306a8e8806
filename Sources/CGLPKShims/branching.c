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

static double cost_per_unit(const search *s, int direction, int column) {
    const pseudocost *own = &s->costs[direction][column], *all = &s->average[direction];
    if (own->count > 0) return own->gain / own->count;
    return all->count > 0 ? all->gain / all->count : 1;
}

/* Notes what a step in a direction gained. */
void learn(search *s, int direction, int column, double gain, double distance) {
    if (!(distance > 0)) return;
    pseudocost *both[] = {&s->costs[direction][column], &s->average[direction]};
    for (int i = 0; i < 2; i++) {
        both[i]->gain += fmax(gain, 0) / distance;
        both[i]->count += 1;
    }
}

static int by_score(const void *one, const void *other, void *info) {
    const search *s = info;
    int i = *(const int *)one, j = *(const int *)other;
    if (s->scores[i] != s->scores[j]) return s->scores[i] > s->scores[j] ? -1 : 1;
    return (i > j) - (i < j);
}

/* Fractional columns, the most promising first. */
static int list_candidates(search *s) {
    int count = 0;
    for (int j = 1; j <= s->columns; j++) {
        double part = is_integer(s, j) ? fraction(s, j) : 0;
        if (part == 0) continue;
        s->scores[j] = product(cost_per_unit(s, DOWN, j) * part, cost_per_unit(s, UP, j) * (1 - part));
        s->candidates[count++] = j;
    }
    qsort_r(s->candidates, count, sizeof(int), by_score, s);
    return count;
}

static int is_reliable(const search *s, int column) {
    return fmin(s->costs[DOWN][column].count, s->costs[UP][column].count) >= s->options->reliability;
}

/* What the objective gains when a column goes one way; whether that way is cut off. */
static int try_direction(search *s, int column, int direction, double objective, double *gain) {
    double lower = s->lower[column], upper = s->upper[column], value = s->values[column];
    if (direction == DOWN) bound_column(s, column, lower, floor(value));
    else bound_column(s, column, ceil(value), upper);
    int is_cut_off = relax(s, STRONG_ITERATIONS) == CUT_OFF;
    *gain = 0;
    if (is_cut_off) *gain = s->cutoff < HUGE_VAL ? s->cutoff - objective : 1e6;
    else if (glp_get_dual_stat(s->relaxation) == GLP_FEAS)
        *gain = fmax(0, glp_get_obj_val(s->relaxation) - objective);
    bound_column(s, column, lower, upper);
    return is_cut_off;
}

/* Strong branching on a column; where a direction is cut off, the other one is all that is left. */
static int try_column(search *s, node *n, int column, double objective, const basis *last) {
    double part = fraction(s, column), gain[2];
    int is_cut_off[2];
    for (int direction = DOWN; direction <= UP; direction++) {
        is_cut_off[direction] = try_direction(s, column, direction, objective, &gain[direction]);
        load_basis(s, last);
        if (!is_cut_off[direction] || s->cutoff < HUGE_VAL)
            learn(s, direction, column, gain[direction], direction == DOWN ? part : 1 - part);
    }
    if (is_cut_off[DOWN] && is_cut_off[UP]) return HOPELESS;
    s->scores[column] = product(gain[DOWN], gain[UP]);
    if (!is_cut_off[DOWN] && !is_cut_off[UP]) return BRANCH;
    double value = s->values[column];
    if (is_cut_off[DOWN]) narrow_node(s, n, column, ceil(value), s->upper[column]);
    else narrow_node(s, n, column, s->lower[column], floor(value));
    return AGAIN;
}

/* Chooses the column to branch on at a node; or says that all are integers, that the node is
   hopeless, or that it was narrowed and is to be solved again. */
int choose_column(search *s, node *n, double objective, const basis *last, int *column) {
    int count = list_candidates(s), tried = 0, since_best = 0;
    if (count == 0) return INTEGRAL;
    double best = -1;
    for (int i = 0; i < count && since_best < PATIENCE && tried < s->options->most_tried; i++, since_best++) {
        int j = s->candidates[i];
        if (!is_reliable(s, j) && !is_interrupted(s)) {
            int found = try_column(s, n, j, objective, last);
            if (found != BRANCH) return found;
            tried++;
        }
        if (s->scores[j] <= best) continue;
        best = s->scores[j];
        *column = j;
        since_best = 0;
    }
    return BRANCH;
}
