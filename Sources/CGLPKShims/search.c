/* Branch and bound: the root with its cuts on the caller's thread, the tree in rounds. Nothing in it
   depends on the clock but the time limit. */
#include "search.h"
#include <math.h>
#include <string.h>
#include <time.h>

double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

double seconds_since(double start) { return now() - start; }

/* Ends the search; what was said first stands. */
void stop(search *s, int status) {
    int running = 0;
    if (atomic_compare_exchange_strong(&s->stopped, &running, 1)) s->result->status = status;
}

int is_out_of_time(const search *s) {
    return s->options->time_limit > 0 && seconds_since(s->started) >= s->options->time_limit;
}

/* How far the search is. */
cglpk_progress progress_of(const search *s) {
    const cglpk_result *r = s->result;
    return (cglpk_progress){
        .has_incumbent = r->has_solution, .incumbent = r->objective, .has_bound = r->has_bound,
        .bound = r->bound, .nodes = r->nodes, .iterations = r->iterations, .seconds = seconds_since(s->started),
        .relaxed = s->relaxed};
}

static void report(search *s) {
    cglpk_progress progress = progress_of(s);
    if (s->options->progress(s->options->info, &progress)) stop(s, CGLPK_CANCELLED);
}

/* Looks at the clock, at the caller's wish to stop and at the time limit; on the caller's thread. */
int is_interrupted(search *s) {
    double seconds = seconds_since(s->started);
    if (is_out_of_time(s)) stop(s, CGLPK_TIME_LIMIT);
    if (s->options->progress != NULL && seconds - s->last_report >= 0.1) {
        s->last_report = seconds;
        report(s);
    }
    return s->stopped;
}

/* Has all workers keep a row from now on. */
void note_row(search *s, int terms, const int *index, const double *value, double lower, double upper) {
    if (s->row_count == s->row_room) {
        s->row_room = 2 * s->row_room + 64;
        s->rows = enlarge(s, s->rows, s->row_room * sizeof(row));
    }
    row r = {.terms = terms, .lower = lower, .upper = upper};
    r.index = claim(s, (terms + 1) * sizeof(int));
    r.value = claim(s, (terms + 1) * sizeof(double));
    memcpy(r.index, index, (terms + 1) * sizeof(int));
    memcpy(r.value, value, (terms + 1) * sizeof(double));
    s->rows[s->row_count++] = r;
}

/* Solves the root relaxation; whether the search may go on. */
static int solve_root(worker *w) {
    search *s = w->search;
    int state = relax_anew(w);
    if (state == RELAXED) {
        s->result->bound = glp_get_obj_val(w->relaxation);
        return s->result->has_bound = 1;
    }
    if (state == UNFINISHED) stop(s, CGLPK_TIME_LIMIT);
    else if (state == BROKEN)
        stop(s, glp_get_status(w->relaxation) == GLP_UNBND ? CGLPK_UNBOUNDED : CGLPK_FAILED);
    return 0;
}

/* Copies out what the strengthened root says of its columns. */
static void note_root(worker *w) {
    search *s = w->search;
    if (glp_get_status(w->relaxation) != GLP_OPT || s->result->reduced_costs == NULL) return;
    s->result->has_root = 1;
    s->result->root_bound = glp_get_obj_val(w->relaxation);
    s->relaxed = claim(s, (s->columns + 1) * sizeof(double));
    for (int j = 1; j <= s->columns; j++) {
        s->result->reduced_costs[j - 1] = glp_get_col_dual(w->relaxation, j);
        s->relaxed[j - 1] = glp_get_col_prim(w->relaxation, j);
    }
}

/* The tree; every part of it has a relaxation of its own. */
static void grow_tree(worker *w) {
    search *s = w->search;
    basis *last = save_basis(w);
    node *root = make_node(s, NULL, last);
    drop_basis(s, last);
    root->bound = s->result->bound;
    keep_cuts(w);
    begin_parts(w);
    push(s, &s->open, root);
    search_in_rounds(w);
}

/* The whole search; the answer is in the result. */
void branch_and_bound(worker *w) {
    search *s = w->search;
    cglpk_result *r = s->result;
    make_whole(w);
    if (solve_root(w)) {
        strengthen(w);
        note_root(w);
        r->iterations = w->iterations;
        if (glp_get_status(w->relaxation) == GLP_OPT) r->bound = fmax(r->bound, glp_get_obj_val(w->relaxation));
        grow_tree(w);
    }
    if (s->stopped) return;
    r->status = r->has_solution ? CGLPK_OPTIMAL : CGLPK_INFEASIBLE;
    r->bound = r->has_solution ? r->objective : s->cutoff;
    r->has_bound = fabs(r->bound) < HUGE_VAL;
}
