/* The relaxation of a part of the tree: without the columns that are fixed there and the rows that cannot
   be broken there. It is smaller than the whole one, and every iteration takes less time. */
#include "search.h"
#include <math.h>
#include <string.h>

/* A row of the model, or one that the search knows beyond it. */
typedef struct {
    int terms, shift;         /* from a term's column to the search's, which count from 1 */
    const int *column;
    const double *value;
    double lower, upper;
} any_row;

static any_row row_of(const search *s, int i) {
    const cglpk_model *m = s->model;
    if (i >= m->rows) {
        const row *r = &s->rows[i - m->rows];
        return (any_row){r->terms, 0, r->index + 1, r->value + 1, r->lower, r->upper};
    }
    int begin = m->row_begin[i];
    return (any_row){m->row_begin[i + 1] - begin, 1, m->column + begin, m->value + begin,
                     m->row_lower[i], m->row_upper[i]};
}

static int bound_type(double lower, double upper) {
    if (lower == upper) return GLP_FX;
    if (isinf(lower)) return isinf(upper) ? GLP_FR : GLP_UP;
    return isinf(upper) ? GLP_LO : GLP_DB;
}

int add_row(worker *w, int terms, const int *index, const double *value, double lower, double upper) {
    int row = glp_add_rows(w->relaxation, 1);
    glp_set_mat_row(w->relaxation, row, terms, index, value);
    glp_set_row_bnds(w->relaxation, row, bound_type(lower, upper), lower, upper);
    return row;
}

/* Where a column stands in the relaxation; 0 where it does not. */
int place_of(const worker *w, int column) { return w->column_at == NULL ? column : w->column_at[column]; }

static void add_columns(worker *w, int count) {
    search *s = w->search;
    glp_prob *p = w->relaxation = glp_create_prob();
    double constant = s->model->constant;
    glp_set_obj_dir(p, GLP_MIN);
    if (count > 0) glp_add_cols(p, count);
    for (int j = 1; j <= s->columns; j++) {
        double cost = s->model->cost[j - 1];
        int at = place_of(w, j);
        if (at == 0) {
            constant += cost * w->lower[j];
            continue;
        }
        /* GLPK's generators of cuts look at the kind. */
        if (is_integer(s, j)) glp_set_col_kind(p, at, GLP_IV);
        glp_set_col_bnds(p, at, bound_type(w->lower[j], w->upper[j]), w->lower[j], w->upper[j]);
        glp_set_obj_coef(p, at, cost);
    }
    glp_set_obj_coef(p, 0, constant);
}

/* Adds a row in the columns that are there; what the others add up to goes into its bounds. */
static void add_rest(worker *w, const any_row *r, int *index, double *value) {
    int count = 0;
    double decided = 0;
    for (int k = 0; k < r->terms; k++) {
        int j = r->column[k] + r->shift, at = place_of(w, j);
        if (at == 0) {
            decided += r->value[k] * w->lower[j];
            continue;
        }
        index[++count] = at;
        value[count] = r->value[k];
    }
    add_row(w, count, index, value, r->lower - decided, r->upper - decided);
}

static void add_rows(worker *w, int count) {
    search *s = w->search;
    int *index = claim(s, (s->columns + 1) * sizeof(int));
    double *value = claim(s, (s->columns + 1) * sizeof(double));
    for (int i = 0; i < count; i++) {
        any_row r = row_of(s, i);
        if (w->row_at == NULL || w->row_at[i + 1] > 0) add_rest(w, &r, index, value);
    }
    give_back(s, index);
    give_back(s, value);
}

/* Scales by geometric means, with which relaxations take fewer iterations; columns by no less than 1/128, or what
   they cost falls below the tolerance of the simplex method. */
static void scale(worker *w) {
    glp_scale_prob(w->relaxation, GLP_SF_GM | GLP_SF_EQ | GLP_SF_2N);
    for (int j = 1; j <= glp_get_num_cols(w->relaxation); j++)
        glp_set_sjj(w->relaxation, j, fmax(glp_get_sjj(w->relaxation, j), 1.0 / 128));
}

static void build(worker *w, int columns, int rows) {
    add_columns(w, columns);
    add_rows(w, rows);
    scale(w);
}

/* Makes the relaxation of the whole model. */
void make_whole(worker *w) { build(w, w->search->columns, w->search->model->rows); }

/* Forgets the relaxation that the worker has. */
void leave_part(worker *w) {
    if (w->relaxation != NULL) glp_delete_prob(w->relaxation);
    w->relaxation = NULL;
    w->part = 0;
    memset(w->column_at, 0, (w->search->columns + 1) * sizeof(int));
}

/* From now on the worker makes a relaxation for every part. */
void begin_parts(worker *w) {
    w->column_at = claim(w->search, (w->search->columns + 1) * sizeof(int));
    leave_part(w);
}

/* Whether no values within the bounds break a row. */
static int is_redundant(const worker *w, const any_row *r) {
    double least = 0, most = 0;
    for (int k = 0; k < r->terms; k++) {
        int j = r->column[k] + r->shift;
        double one = r->value[k] * w->lower[j], other = r->value[k] * w->upper[j];
        least += fmin(one, other);
        most += fmax(one, other);
    }
    return least >= r->lower - 1e-9 * fmax(1, fabs(r->lower)) && most <= r->upper + 1e-9 * fmax(1, fabs(r->upper));
}

static int choose_columns(worker *w, const basis *b) {
    int count = 0;
    for (int j = 1; j <= w->search->columns; j++) {
        int is_basic = b != NULL && b->status[b->rows + j - 1] == GLP_BS;
        w->column_at[j] = w->lower[j] < w->upper[j] || is_basic ? ++count : 0;
    }
    return count;
}

static void choose_rows(worker *w, const basis *b, int rows) {
    int count = 0;
    for (int i = 0; i < rows; i++) {
        any_row r = row_of(w->search, i);
        int is_basic = b == NULL || i >= b->rows || b->status[i] == GLP_BS;
        w->row_at[i + 1] = is_basic && is_redundant(w, &r) ? 0 : ++count;
    }
}

/* Makes the relaxation of the part of the tree below the node that was entered. What a basis needs stays,
   so that it is one of the part's too: columns that are basic in it and rows that are not. */
void make_part(worker *w, const basis *b) {
    search *s = w->search;
    int rows = s->model->rows + s->row_count;
    if (rows >= w->row_room) {
        w->row_room = rows + 64;
        w->row_at = enlarge(s, w->row_at, (w->row_room + 1) * sizeof(int));
    }
    int columns = choose_columns(w, b);
    choose_rows(w, b, rows);
    build(w, columns, rows);
}
